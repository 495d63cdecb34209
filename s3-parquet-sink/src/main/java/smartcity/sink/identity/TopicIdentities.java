package smartcity.sink.identity;

import java.util.Map;
import java.util.Set;

/// Kafka, asked which topics its names stand for now. For the loop's thread.
public interface TopicIdentities {
    /// What Kafka answered.
    sealed interface Answer {
        /// The topics that exist, by name. One that was asked for and is missing does not exist.
        record Known(Map<String, TopicIdentity> topics) implements Answer {
            public Known {
                topics = Map.copyOf(topics);
            }
        }

        /// Kafka did not answer; the same may be asked again.
        record Unavailable(String reason) implements Answer {}
    }

    /// The identities of these topics at a moment during this call. Blocks for some seconds at most.
    Answer of(Set<String> topics);
}
