package smartcity.sink.loop;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import smartcity.sink.cut.Cut;
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
        /// @param origin the source of this: `group`, `bucket`, `era` or `earliest`
        /// @param skipped offsets that did not land and would not: an operator moved the group's offset,
        ///     or the era begins behind them; null when there are none
        record GoesOn(
                long offset,
                @Nullable OffsetRange pending,
                long gone,
                long behind,
                String origin,
                @Nullable OffsetRange skipped)
                implements Forecast {}

        /// It would not resume, or that is unknown now.
        record Stuck(String reason) implements Forecast {}
    }

    private final BucketUploads bucket;
    private final ResumePoints points;
    private final Consumer<?, ?> consumer;

    /// @param kafka whose consumer never subscribes
    /// @param topics how the topic of a partition is landed
    public ResumeForecast(KafkaAccess kafka, ObjectStore store, Function<TopicPartition, LandedTopic> topics) {
        this.consumer = kafka.consumer();
        this.bucket = new BucketUploads(
                store,
                Runnable::run,
                new LoopContext(Clock.systemUTC(), RandomGenerator.getDefault(), _ -> {}, _ -> {}, new MemoryBudget(1)),
                UNUSED);
        this.points = new ResumePoints(kafka, bucket, new TopicMarkers(bucket, kafka.group(), true), topics);
    }

    /// Forecasts for these partitions will be requested: their objects are listed once for all of them.
    public void await(Set<TopicPartition> partitions) {
        points.await(partitions);
    }

    /// The forecast for one partition. Requests it from Kafka and from the bucket.
    public Forecast of(TopicPartition partition) {
        try {
            Resumption found = points.find(Set.of(partition)).getOrDefault(partition, new Resumption.Unknown());
            return switch (found) {
                case Resumption.Unknown _ -> new Forecast.Stuck(bucket.trouble().orElse("Kafka does not answer"));
                case Resumption.Blocked(String reason) -> new Forecast.Stuck(reason);
                case Resumption.At(ResumePoint from, OffsetRange skipped) -> continues(partition, from, skipped);
            };
        } catch (KafkaException e) {
            return new Forecast.Stuck(String.valueOf(e.getMessage()));
        }
    }

    private Forecast continues(TopicPartition partition, ResumePoint from, @Nullable OffsetRange skipped) {
        long end =
                consumer.endOffsets(Set.of(partition), ResumePoints.TIMEOUT).getOrDefault(partition, from.position());
        Cut pending = from.pending();
        return new Forecast.GoesOn(
                from.offset(),
                pending == null ? null : new OffsetRange(from.offset(), pending.end()),
                from.position() - from.offset(),
                end - from.position(),
                from.origin(),
                skipped);
    }
}
