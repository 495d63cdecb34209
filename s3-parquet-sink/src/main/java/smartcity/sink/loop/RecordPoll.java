package smartcity.sink.loop;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.LogTruncationException;
import org.apache.kafka.clients.consumer.NoOffsetForPartitionException;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import smartcity.sink.cut.OffsetRange;

/// Polls records, and continues behind those that Kafka deleted before they were read. For the loop's thread.
final class RecordPoll {
    private static final Duration WAIT = Duration.ofMillis(100);
    private static final Duration WAIT_WHILE_STORING = Duration.ofMillis(10);

    /// How long one request to Kafka may block the loop [chosen, not measured].
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Consumer<ByteBuffer, ByteBuffer> consumer;
    private final AssignedLanes lanes;
    private final TopicWatch topicWatch;
    private final IdleWait idle;

    /// @param lanes learn of what Kafka does not have any more
    /// @param topicWatch leaves out the topics that Kafka does not show any more
    RecordPoll(Consumer<ByteBuffer, ByteBuffer> consumer, AssignedLanes lanes, TopicWatch topicWatch, IdleWait idle) {
        this.consumer = consumer;
        this.lanes = lanes;
        this.topicWatch = topicWatch;
        this.idle = idle;
    }

    /// Polls once; none when Kafka does not answer. Calls back for every rebalance meanwhile.
    ///
    /// Without topics, this only waits.
    ///
    /// @param storing whether uploads are under way, so that their answers should not wait long
    ConsumerRecords<ByteBuffer, ByteBuffer> poll(boolean storing) {
        try {
            if (topicWatch.landed().isEmpty()) {
                idle.pass(WAIT);
                return ConsumerRecords.empty();
            }
            return consumer.poll(storing ? WAIT_WHILE_STORING : WAIT);
        } catch (LogTruncationException e) {
            lanes.truncated(e);
            return ConsumerRecords.empty();
        } catch (OffsetOutOfRangeException e) {
            return continueAfterDeleted(e.offsetOutOfRangePartitions());
        } catch (NoOffsetForPartitionException e) {
            // The next-generation client requests positions of partitions that it has not assigned yet (Kafka 4.1
            // `SubscriptionState.shouldInitialize`); each gets its position when it is assigned.
            return ConsumerRecords.empty();
        } catch (RetriableException e) {
            return ConsumerRecords.empty();
        } catch (GroupIdNotFoundException e) {
            throw new IllegalStateException(
                    withoutGroup(consumer.groupMetadata().groupId()), e);
        } catch (KafkaException e) {
            if (lanes.unreadable(e) || hides(e)) {
                return ConsumerRecords.empty();
            }
            throw e;
        }
    }

    /// A client of the next-generation protocol does not join again by itself then, nor when it subscribes again.
    private static String withoutGroup(String group) {
        return "Failed to stay in group " + group
                + ": Kafka does not have it any more, as the cluster was built again, or the group was deleted while its"
                + " members were away; the next start joins it again";
    }

    /// The refusal of a heartbeat names no topic; the one of the client's look for the topics comes too, and does.
    private boolean hides(KafkaException failure) {
        return failure instanceof TopicAuthorizationException refused
                && (refused.unauthorizedTopics().isEmpty() || topicWatch.hide(refused.unauthorizedTopics()));
    }

    private ConsumerRecords<ByteBuffer, ByteBuffer> continueAfterDeleted(Map<TopicPartition, Long> wanted) {
        try {
            skipDeleted(wanted);
        } catch (RetriableException | TopicAuthorizationException e) {
            // The next poll fails alike, and the skip is tried again.
        }
        return ConsumerRecords.empty();
    }

    /// Kafka deleted the records that were to be read next: reports what is gone, and continues behind it.
    private void skipDeleted(Map<TopicPartition, Long> wanted) {
        Map<TopicPartition, Long> first = consumer.beginningOffsets(wanted.keySet(), TIMEOUT);
        Map<TopicPartition, Long> end = consumer.endOffsets(wanted.keySet(), TIMEOUT);
        wanted.forEach((partition, offset) -> {
            long earliest = first.getOrDefault(partition, 0L);
            if (earliest > offset) {
                lanes.skip(partition, new OffsetRange(offset, earliest));
            } else {
                lanes.block(partition, BlockReasons.endsBefore(partition, offset, end.getOrDefault(partition, 0L)));
            }
        });
    }
}
