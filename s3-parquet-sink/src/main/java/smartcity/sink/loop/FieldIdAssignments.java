package smartcity.sink.loop;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import smartcity.sink.identity.TopicFieldIds;
import smartcity.sink.schema.FieldIds;
import smartcity.sink.store.NewObject;
import smartcity.sink.store.ObjectContent;
import smartcity.sink.store.ObjectStore;
import smartcity.sink.store.PutOutcome;
import smartcity.sink.store.ReadOutcome;
import smartcity.sink.topic.LandedTopic;

/// Gives the columns of topics their field IDs, and keeps them in the bucket: [TopicFieldIds]. They are found out once
/// for each topic; a schema changes only at a start. For the loop's thread.
final class FieldIdAssignments {
    /// What is known of a topic's field IDs.
    sealed interface State {
        /// The bucket has not answered yet.
        record Unknown() implements State {}

        /// All columns have IDs, which are in the bucket.
        record Assigned(LandedTopic topic) implements State {}

        /// An object that must have IDs has something else.
        record Unreadable(String reason) implements State {}
    }

    /// The result of an attempt.
    private sealed interface Answer {
        record Found(FieldIds ids) implements Answer {}

        record Unreadable(String reason) implements Answer {}

        record Unavailable(String reason) implements Answer {}
    }

    private final BucketUploads bucket;
    private final boolean readOnly;
    private final Map<String, State.Assigned> known = new HashMap<>();
    private final Map<String, BucketRequest<Answer>> requests = new HashMap<>();

    /// @param readOnly whether new IDs are not stored
    FieldIdAssignments(BucketUploads bucket, boolean readOnly) {
        this.bucket = bucket;
        this.readOnly = readOnly;
    }

    /// The topic with the field IDs of its columns. The first call requests them from the bucket.
    State of(LandedTopic topic) {
        State.Assigned before = known.get(topic.name());
        if (before != null) {
            return before;
        }
        BucketRequest<Answer> request = requests.computeIfAbsent(
                topic.name(), _ -> new BucketRequest<>(() -> attempt(topic), Answer.Unavailable::new));
        return switch (bucket.answer(request)) {
            case null -> new State.Unknown();
            case Answer.Unavailable(String reason) -> {
                bucket.failed(request, reason);
                yield new State.Unknown();
            }
            case Answer.Unreadable(String reason) -> {
                bucket.succeeded();
                requests.remove(topic.name());
                yield new State.Unreadable(reason);
            }
            case Answer.Found(FieldIds ids) -> {
                bucket.succeeded();
                requests.remove(topic.name());
                State.Assigned assigned = new State.Assigned(topic.identifiedBy(ids));
                known.put(topic.name(), assigned);
                yield assigned;
            }
        };
    }

    /// Reads one object after the other up to the last; if a column has no ID then, the next one is stored.
    private Answer attempt(LandedTopic topic) {
        FieldIds ids = FieldIds.NONE;
        FieldIds needed = ids.and(topic.schema());
        for (int number = 0; ; number++) {
            String key = TopicFieldIds.key(topic.layout().prefix(), topic.name(), number);
            boolean complete = needed.equals(ids) || readOnly;
            switch (complete
                    ? bucket.store().read(key)
                    : readOrStored(key, new TopicFieldIds(topic.name(), needed.byPath()))) {
                case ReadOutcome.Absent _ -> {
                    return new Answer.Found(needed);
                }
                case ReadOutcome.Unavailable(String reason) -> {
                    return new Answer.Unavailable(reason);
                }
                case ReadOutcome.Read(String content) -> {
                    try {
                        ids = new FieldIds(TopicFieldIds.decoded(content).byPath());
                        needed = ids.and(topic.schema());
                    } catch (IllegalArgumentException e) {
                        return new Answer.Unreadable(
                                BlockReasons.unreadableFieldIds(key, String.valueOf(e.getMessage())));
                    }
                }
            }
        }
    }

    /// What the bucket has, or has now: another process may have stored its object first. Never [ReadOutcome.Absent].
    private ReadOutcome readOrStored(String key, TopicFieldIds ids) {
        ObjectStore store = bucket.store();
        ReadOutcome before = store.read(key);
        if (!(before instanceof ReadOutcome.Absent)) {
            return before;
        }
        byte[] content = ids.encoded().getBytes(StandardCharsets.UTF_8);
        return switch (store.putIfAbsent(new NewObject(key, 0, ObjectContent.of(content)))) {
            case PutOutcome.Stored _, PutOutcome.AlreadyThere _ ->
                store.read(key) instanceof ReadOutcome.Read read
                        ? read
                        : new ReadOutcome.Unavailable("object " + key + " was stored and cannot be read");
            case PutOutcome.Unavailable(String reason) -> new ReadOutcome.Unavailable(reason);
            case PutOutcome.Refused(String reason) -> new ReadOutcome.Unavailable(reason);
        };
    }
}
