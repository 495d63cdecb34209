package smartcity.sink.loop;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.store.ObjectStore;
import smartcity.sink.topic.LandedTopic;

/// Finds out where partitions would resume if the loop started now, by the same rules as the loop, but without
/// joining the group, and without committing or storing anything.
public final class ResumeForecast {
    private static final RetryBackoff UNUSED = new RetryBackoff(Duration.ofSeconds(1), Duration.ofSeconds(1));

    /// The result for one partition.
    public sealed interface Forecast {
        /// It would resume.
        ///
        /// @param offset the first that has not landed
        /// @param pending the range that would be completed first; null when there is none
        /// @param gone offsets that Kafka deleted before they could land
        /// @param behind offsets up to the partition's end
        /// @param origin the source of this: `group`, `bucket` or `earliest`
        record GoesOn(long offset, @Nullable OffsetRange pending, long gone, long behind, String origin)
                implements Forecast {}

        /// It would not resume, or that is unknown now.
        record Stuck(String reason) implements Forecast {}
    }

    private final Consumer<?, ?> consumer;
    private final BucketUploads bucket;
    private final ResumePoints points;

    /// @param consumer of the group, which never subscribes
    /// @param topics how the topic of a partition is landed
    public ResumeForecast(Consumer<?, ?> consumer, ObjectStore store, Function<TopicPartition, LandedTopic> topics) {
        this.consumer = consumer;
        this.bucket = new BucketUploads(
                store,
                Runnable::run,
                new LoopContext(Clock.systemUTC(), RandomGenerator.getDefault(), _ -> {}, _ -> {}, new MemoryBudget(1)),
                UNUSED);
        this.points = new ResumePoints(consumer, bucket, topics);
    }

    /// The forecast for one partition. Requests it from Kafka, and from the bucket where the group has no offset.
    public Forecast of(TopicPartition partition) {
        try {
            ResumePoint from = points.find(Set.of(partition)).get(partition);
            if (from == null) {
                return new Forecast.Stuck(bucket.trouble().orElse("Kafka does not answer"));
            }
            long end = ends(partition).getOrDefault(partition, from.position());
            return new Forecast.GoesOn(
                    from.offset(),
                    from.pending() == null
                            ? null
                            : new OffsetRange(from.offset(), from.pending().end()),
                    from.position() - from.offset(),
                    end - from.position(),
                    from.origin());
        } catch (KafkaException | IllegalStateException e) {
            return new Forecast.Stuck(String.valueOf(e.getMessage()));
        }
    }

    private Map<TopicPartition, Long> ends(TopicPartition partition) {
        return consumer.endOffsets(Set.of(partition), ResumePoints.TIMEOUT);
    }
}
