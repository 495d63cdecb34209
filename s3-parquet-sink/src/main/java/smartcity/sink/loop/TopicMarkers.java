package smartcity.sink.loop;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import smartcity.sink.identity.TopicIdentity;
import smartcity.sink.identity.TopicMarker;
import smartcity.sink.store.NewObject;
import smartcity.sink.store.ObjectContent;
import smartcity.sink.store.ObjectStore;
import smartcity.sink.store.PutOutcome;
import smartcity.sink.store.ReadOutcome;
import smartcity.sink.topic.LandedTopic;

/// The markers of the topics that are landed: which incarnation of each the bucket holds, and for which group. The
/// sink never changes one, but operators may. For the loop's thread.
final class TopicMarkers {
    /// What the bucket says of a topic's era.
    sealed interface State {
        /// The bucket has not answered yet.
        record Unknown() implements State {}

        /// The era has no marker.
        record Absent() implements State {}

        /// The era has a marker.
        record Present(TopicMarker marker) implements State {}

        /// The object under the marker's key is no marker.
        record Unreadable(String reason) implements State {}
    }

    private static final State UNKNOWN = new State.Unknown();
    private static final State ABSENT = new State.Absent();

    private final BucketUploads bucket;
    private final String group;
    private final boolean readOnly;
    private final Map<String, State> known = new HashMap<>();
    private final Map<String, BucketRequest<ReadOutcome>> requests = new HashMap<>();

    /// @param group that lands the topics
    /// @param readOnly whether markers are only compared, and none is stored
    TopicMarkers(BucketUploads bucket, String group, boolean readOnly) {
        this.bucket = bucket;
        this.group = group;
        this.readOnly = readOnly;
    }

    /// Whether nothing is stored.
    boolean readOnly() {
        return readOnly;
    }

    /// What is known of the topic's marker. The first call requests it from the bucket.
    State of(LandedTopic topic) {
        State before = known.get(topic.name());
        return before == null ? answered(topic, key(topic), () -> read(key(topic))) : before;
    }

    /// Stores the marker of an era that has none, and returns the one that the bucket then has: another group may have
    /// stored its marker first.
    State open(LandedTopic topic, TopicIdentity identity) {
        State before = known.get(topic.name());
        if (before instanceof State.Present) {
            return before;
        }
        TopicMarker marker = new TopicMarker(topic.name(), topic.layout().era(), identity, group);
        if (readOnly) {
            return new State.Present(marker);
        }
        return answered(topic, "open " + key(topic), () -> stored(key(topic), marker));
    }

    /// The marker that the bucket has now. One that is missing is stored again: without it, any group would be let in.
    State again(LandedTopic topic, TopicIdentity identity) {
        TopicMarker marker = new TopicMarker(topic.name(), topic.layout().era(), identity, group);
        return answered(topic, "again " + key(topic), () -> stored(key(topic), marker));
    }

    /// Why this group must not land `topic` in the marker's era; empty when it may.
    Optional<String> objection(TopicMarker marker, TopicIdentity topic) {
        if (!marker.identity().equals(topic)) {
            return Optional.of(BlockReasons.otherTopic(marker.topic(), marker.identity(), topic));
        }
        return marker.group().equals(group) ? Optional.empty() : Optional.of(BlockReasons.otherGroup(marker, group));
    }

    private State answered(LandedTopic topic, String what, Supplier<ReadOutcome> attempt) {
        BucketRequest<ReadOutcome> request =
                requests.computeIfAbsent(what, _ -> new BucketRequest<>(attempt, ReadOutcome.Unavailable::new));
        return switch (bucket.answer(request)) {
            case null -> UNKNOWN;
            case ReadOutcome.Unavailable(String reason) -> {
                bucket.failed(request, reason);
                yield UNKNOWN;
            }
            case ReadOutcome.Absent _ -> {
                bucket.succeeded();
                requests.remove(what);
                known.put(topic.name(), ABSENT);
                yield ABSENT;
            }
            case ReadOutcome.Read(String content) -> {
                bucket.succeeded();
                requests.remove(what);
                State state = decoded(topic, content);
                known.put(topic.name(), state);
                yield state;
            }
        };
    }

    private ReadOutcome read(String key) {
        return bucket.store().read(key);
    }

    /// Reads once more before the put: that there was no marker may have been true long ago, and a store that ignores
    /// conditions would replace the one that another replica has stored since.
    private ReadOutcome stored(String key, TopicMarker marker) {
        ObjectStore store = bucket.store();
        ReadOutcome present = store.read(key);
        if (!(present instanceof ReadOutcome.Absent)) {
            return present;
        }
        return switch (store.putIfAbsent(
                new NewObject(key, 0, ObjectContent.of(marker.encoded().getBytes(StandardCharsets.UTF_8))))) {
            case PutOutcome.Stored _, PutOutcome.AlreadyThere _ -> store.read(key);
            case PutOutcome.Unavailable(String reason) -> new ReadOutcome.Unavailable(reason);
            case PutOutcome.Refused(String reason) -> new ReadOutcome.Unavailable(reason);
        };
    }

    private static State decoded(LandedTopic topic, String content) {
        try {
            return new State.Present(TopicMarker.decoded(content));
        } catch (IllegalArgumentException e) {
            return new State.Unreadable(BlockReasons.unreadableMarker(key(topic), String.valueOf(e.getMessage())));
        }
    }

    private static String key(LandedTopic topic) {
        return TopicMarker.key(
                topic.layout().prefix(), topic.name(), topic.layout().era());
    }

    /// Forgets the markers, so that they are read again.
    void forget(String topic) {
        known.remove(topic);
    }
}
