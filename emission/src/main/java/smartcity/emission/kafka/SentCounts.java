package smartcity.emission.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.producer.ProducerRecord;

/// What a sender has committed since it was made: records and their bytes by topic, and transactions.
///
/// Counted by the sender's thread; may be read from any.
public final class SentCounts {
    /// Records of one topic.
    private static final class TopicCount {
        private long sentRecords;
        private long sentBytes;
        private final LongAdder records = new LongAdder();
        private final LongAdder bytes = new LongAdder();

        void commit() {
            records.add(sentRecords);
            bytes.add(sentBytes);
            discard();
        }

        void discard() {
            sentRecords = 0;
            sentBytes = 0;
        }
    }

    private final Map<String, TopicCount> topics = new HashMap<>();
    private final LongAdder transactions = new LongAdder();
    private final LongAdder refusedCommits = new LongAdder();

    /// @param topics names of all topics that may be sent to
    SentCounts(Set<String> topics) {
        topics.forEach(topic -> this.topics.put(topic, new TopicCount()));
    }

    /// Committed records of a topic; zero for topics that are not sent to.
    public long records(String topic) {
        TopicCount count = topics.get(topic);
        return count == null ? 0 : count.records.sum();
    }

    /// Bytes of the values of those, before compression.
    public long bytes(String topic) {
        TopicCount count = topics.get(topic);
        return count == null ? 0 : count.bytes.sum();
    }

    /// Committed transactions, also those that contain progress only.
    public long transactions() {
        return transactions.sum();
    }

    /// Commits that Kafka refused; their events were emitted again.
    public long refusedCommits() {
        return refusedCommits.sum();
    }

    /// Refuses a record of another topic.
    void requireTopicOf(ProducerRecord<String, byte[]> record) {
        if (!topics.containsKey(record.topic())) {
            throw new IllegalArgumentException(
                    "topic must be one of %s but was %s".formatted(topics.keySet(), record.topic()));
        }
    }

    void sent(ProducerRecord<String, byte[]> record) {
        TopicCount count = topics.get(record.topic());
        if (count != null) {
            count.sentRecords++;
            count.sentBytes += record.value().length;
        }
    }

    void committed() {
        topics.values().forEach(TopicCount::commit);
        transactions.increment();
    }

    void refused() {
        topics.values().forEach(TopicCount::discard);
        refusedCommits.increment();
    }
}
