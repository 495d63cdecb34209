package smartcity.sink.loop;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import smartcity.sink.identity.TopicIdentities;
import smartcity.sink.identity.TopicIdentities.Answer;
import smartcity.sink.identity.TopicIdentity;

/// Confirms that a topic is still the one whose records were read: a topic that is deleted and created again, or whose
/// cluster is built again, keeps its name, and its offsets start again. For the loop's thread.
///
/// Kafka never uses an ID twice. So when it reports the expected ID now, every record read before came from that topic.
final class TopicGuard {
    /// The result of a check.
    sealed interface Verdict {
        /// The topic is the expected one, so what was read of it may land.
        record Confirmed() implements Verdict {}

        /// Kafka does not answer; the check is to be repeated.
        record Unknown() implements Verdict {}

        /// Another topic has the name now, or none has it.
        record Changed(String reason) implements Verdict {}
    }

    private final TopicIdentities kafka;
    private final Map<String, Answer> answers = new HashMap<>();

    TopicGuard(TopicIdentities kafka) {
        this.kafka = kafka;
    }

    /// Forgets earlier answers: those that follow are newer than every record read so far.
    void recordsRead() {
        answers.clear();
    }

    /// Asks Kafka for all of these topics at once, as if no answer were known.
    void ask(Set<String> topics) {
        Answer answer = kafka.of(topics);
        topics.forEach(topic -> answers.put(topic, answer));
    }

    /// Why the lane's records come from another topic than Kafka has under the name, if they do.
    Optional<String> changed(Lane lane) {
        return lane.origin()
                .flatMap(expected ->
                        confirm(lane.partition().topic(), expected) instanceof Verdict.Changed(String reason)
                                ? Optional.of(reason)
                                : Optional.empty());
    }

    /// Whether `topic` is `expected`. Asks Kafka at most once between two calls of [#recordsRead].
    Verdict confirm(String topic, TopicIdentity expected) {
        return switch (answers.computeIfAbsent(topic, _ -> kafka.of(Set.of(topic)))) {
            case Answer.Unavailable _ -> new Verdict.Unknown();
            case Answer.Known(Map<String, TopicIdentity> topics) -> {
                TopicIdentity found = topics.get(topic);
                if (found == null) {
                    yield new Verdict.Changed("topic " + topic + " must be " + expected + " but does not exist");
                }
                yield found.equals(expected)
                        ? new Verdict.Confirmed()
                        : new Verdict.Changed(BlockReasons.otherTopic(topic, expected, found));
            }
        };
    }
}
