package smartcity.sink.kafka;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import smartcity.sink.file.TestOrigins;
import smartcity.sink.identity.TopicIdentities;
import smartcity.sink.identity.TopicIdentity;

/// A topic of one partition and a group that outlive the consumers.
public final class FakeKafka {
    public static final String TOPIC = "things";
    public static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

    private final Map<Long, String> log = new HashMap<>();
    private final Map<Long, Integer> epochs = new HashMap<>();
    private int leaderEpoch;
    private final Map<TopicPartition, OffsetAndMetadata> group = new HashMap<>();
    private final Queue<RuntimeException> commitFailures = new ArrayDeque<>();
    private final Queue<RuntimeException> readFailures = new ArrayDeque<>();
    private final List<String> commits = new ArrayList<>();
    private long first;
    private long end;
    private TopicIdentity identity = TestOrigins.TOPIC;
    private boolean identityKnown = true;
    private int generation;
    private boolean generationKept;
    private @Nullable Long firstSince;
    private @Nullable Long firstTimestamp;

    /// Kafka's timestamp of the record at offset 0 [ms]; each following one is a millisecond later. Without this they
    /// have none.
    public void firstTimestamp(long millis) {
        firstTimestamp = millis;
    }

    /// The offset of the first record since any time that is asked for; null when there is none.
    public void firstSince(@Nullable Long offset) {
        firstSince = offset;
    }

    /// Deletes the topic and creates it again, with the same name and without a record.
    public void recreate() {
        log.clear();
        first = 0;
        end = 0;
        identity = new TopicIdentity(identity.clusterId(), identity.topicId() + "+");
    }

    /// The name stands for this topic from now on.
    public void identity(TopicIdentity other) {
        identity = other;
    }

    /// Deletes all records from `offset` on, as a leader that did not have them does.
    public void truncate(long offset) {
        log.keySet().removeIf(one -> one >= offset);
        end = offset;
        leaderEpoch++;
    }

    /// Whether Kafka answers which topic the name stands for.
    public void identityKnown(boolean known) {
        identityKnown = known;
    }

    public TopicIdentities.Answer identities(Set<String> topics) {
        return identityKnown
                ? new TopicIdentities.Answer.Known(Map.of(TOPIC, identity))
                : new TopicIdentities.Answer.Unavailable("away");
    }

    /// Appends a record at the next offset.
    public void produce(String value) {
        epochs.put(end, leaderEpoch);
        log.put(end++, value);
    }

    /// Leaves an offset without a record, as a transaction's marker does.
    public void skip() {
        end++;
    }

    /// Deletes one record, as compaction does.
    public void compact(long offset) {
        log.remove(offset);
    }

    /// Deletes all records before `offset`.
    public void deleteBefore(long offset) {
        log.keySet().removeIf(one -> one < offset);
        first = offset;
    }

    /// Forgets the group's offsets.
    public void expireOffsets() {
        group.clear();
    }

    public void failNextCommit(RuntimeException failure) {
        commitFailures.add(failure);
    }

    /// Assignments belong to the same generation from now on.
    public void keepGeneration() {
        generationKept = true;
    }

    public void failNextRead(RuntimeException failure) {
        readFailures.add(failure);
    }

    /// Offset and metadata of each commit that was taken.
    public List<String> commits() {
        return commits;
    }

    public void committed(long offset, String metadata) {
        group.put(PARTITION, new OffsetAndMetadata(offset, metadata));
    }

    /// A consumer that has been assigned nothing.
    public FakeConsumer consumer() {
        return new FakeConsumer(this);
    }

    /// A consumer of this Kafka.
    public static final class FakeConsumer extends MockConsumer<ByteBuffer, ByteBuffer> {
        private final FakeKafka kafka;
        private double closes;
        private boolean rebalancing;
        private Runnable beforeCommit = () -> {};
        private Runnable afterCommit = () -> {};
        private @Nullable RuntimeException positionFailure;
        private Runnable onOffsetsRead = () -> {};

        FakeConsumer(FakeKafka kafka) {
            super("none");
            this.kafka = kafka;
        }

        /// Assigns the partition with everything in its log.
        public void assign() {
            kafka.generation += kafka.generationKept ? 0 : 1;
            updateBeginningOffsets(Map.of(PARTITION, kafka.first));
            rebalance(Set.of(PARTITION));
            deliver(0);
        }

        /// Knows the partition without a group; its next poll has everything in the log.
        public void standAlone() {
            updateBeginningOffsets(Map.of(PARTITION, kafka.first));
            updateEndOffsets(Map.of(PARTITION, kafka.end));
            schedulePollTask(() -> deliver(0));
        }

        /// Delivers what has been produced since `offset`.
        public void deliver(long offset) {
            updateEndOffsets(Map.of(PARTITION, kafka.end));
            for (long next = offset; next < kafka.end; next++) {
                String value = kafka.log.get(next);
                if (value != null) {
                    addRecord(record(next, value));
                }
            }
        }

        private ConsumerRecord<ByteBuffer, ByteBuffer> record(long offset, String value) {
            return new ConsumerRecord<>(
                    TOPIC,
                    0,
                    offset,
                    kafka.firstTimestamp == null ? ConsumerRecord.NO_TIMESTAMP : kafka.firstTimestamp + offset,
                    TimestampType.CREATE_TIME,
                    ConsumerRecord.NULL_SIZE,
                    ConsumerRecord.NULL_SIZE,
                    buffer("key"),
                    buffer(value),
                    new RecordHeaders(),
                    Optional.of(kafka.epochs.getOrDefault(offset, 0)));
        }

        /// The connection to the coordinator breaks; the next request opens another.
        public void loseConnection() {
            closes++;
        }

        @Override
        public synchronized Map<MetricName, ? extends Metric> metrics() {
            MetricName name = new MetricName("connection-close-total", "consumer-metrics", "", Map.of());
            return Map.of(name, new Metric() {
                @Override
                public MetricName metricName() {
                    return name;
                }

                @Override
                public Object metricValue() {
                    return closes;
                }
            });
        }

        @Override
        @SuppressWarnings("removal") // an interface in Kafka 5; until then there is no other way to make one
        public ConsumerGroupMetadata groupMetadata() {
            return new ConsumerGroupMetadata("sink", kafka.generation, "member", Optional.empty());
        }

        @Override
        public synchronized void unsubscribe() {
            rebalance(Set.of());
            super.unsubscribe();
        }

        /// What Kafka answers to the next question for a position.
        public void failNextPosition(RuntimeException failure) {
            positionFailure = failure;
        }

        @Override
        public synchronized long position(TopicPartition partition) {
            RuntimeException failure = positionFailure;
            positionFailure = null;
            if (failure != null) {
                throw failure;
            }
            return super.position(partition);
        }

        /// What happens while the group's offsets are read next.
        public void onNextOffsetsRead(Runnable event) {
            onOffsetsRead = event;
        }

        public void around(Runnable before, Runnable after) {
            beforeCommit = before;
            afterCommit = after;
        }

        /// The group rebalances: this member cannot commit until it has polled again.
        public void startRebalance() {
            rebalancing = true;
        }

        @Override
        public synchronized ConsumerRecords<ByteBuffer, ByteBuffer> poll(Duration timeout) {
            rebalancing = false;
            return super.poll(timeout);
        }

        @Override
        public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets) {
            if (rebalancing) {
                throw new RebalanceInProgressException("the group rebalances");
            }
            beforeCommit.run();
            RuntimeException failure = kafka.commitFailures.poll();
            if (failure != null) {
                throw failure;
            }
            kafka.group.putAll(offsets);
            offsets.values().forEach(one -> kafka.commits.add(one.offset() + one.metadata()));
            afterCommit.run();
        }

        @Override
        public synchronized Map<TopicPartition, OffsetAndMetadata> committed(
                Set<TopicPartition> partitions, Duration timeout) {
            RuntimeException failure = kafka.readFailures.poll();
            if (failure != null) {
                throw failure;
            }
            onOffsetsRead.run();
            onOffsetsRead = () -> {};
            return Map.copyOf(kafka.group);
        }

        @Override
        public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
                Map<TopicPartition, Long> times, Duration timeout) {
            Long offset = kafka.firstSince;
            return offset == null ? Map.of() : Map.of(PARTITION, new OffsetAndTimestamp(offset, 0));
        }

        private static ByteBuffer buffer(String text) {
            return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
