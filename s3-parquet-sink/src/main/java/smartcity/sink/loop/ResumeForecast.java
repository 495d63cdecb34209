package smartcity.sink.loop;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.LogTruncationException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import smartcity.sink.cut.Cut;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.kafka.KafkaAccess;
import smartcity.sink.store.ObjectStore;
import smartcity.sink.topic.LandedTopic;

/// Finds out where partitions would resume if the loop started now, by the same rules as the loop, but without
/// joining the group, and without committing or storing anything.
public final class ResumeForecast {
    private static final Duration ONE_POLL = Duration.ofMillis(100);
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
        /// @param leaderEpoch of the record before the first that it would read; null when unknown
        record Continues(
                long offset,
                @Nullable OffsetRange pending,
                long gone,
                long behind,
                String origin,
                @Nullable OffsetRange skipped,
                @Nullable Integer leaderEpoch)
                implements Forecast {
            private OffsetAndMetadata position() {
                return new OffsetAndMetadata(offset + gone, Optional.ofNullable(leaderEpoch), "");
            }
        }

        /// It would not resume, or that is unknown now.
        record CannotContinue(String reason) implements Forecast {}
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

    /// The forecasts for partitions, in their order. Requests them from Kafka and from the bucket, whose
    /// objects are listed once for all. Reads where partitions would continue, unless nothing remains to be
    /// read there: only a reader learns that Kafka has lost the records before its position. Changes what the
    /// consumer is assigned.
    public Map<TopicPartition, Forecast> of(Collection<TopicPartition> partitions) {
        points.await(Set.copyOf(partitions));
        Map<TopicPartition, Forecast> forecasts = new LinkedHashMap<>();
        partitions.forEach(partition -> forecasts.put(partition, of(partition)));
        Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
        forecasts.forEach((partition, forecast) -> {
            if (forecast instanceof Forecast.Continues at && at.leaderEpoch() != null && at.behind() > 0) {
                positions.put(partition, at.position());
            }
        });
        truncations(positions)
                .forEach((partition, reason) -> forecasts.put(partition, new Forecast.CannotContinue(reason)));
        return forecasts;
    }

    private Forecast of(TopicPartition partition) {
        try {
            Resumption found = points.find(Set.of(partition)).getOrDefault(partition, new Resumption.Unknown());
            return switch (found) {
                case Resumption.Unknown _ ->
                    new Forecast.CannotContinue(bucket.failure().orElse("Kafka does not answer"));
                case Resumption.Blocked(String reason) -> new Forecast.CannotContinue(reason);
                case Resumption.At(ResumePoint from, OffsetRange skipped) -> continues(partition, from, skipped);
            };
        } catch (KafkaException e) {
            return new Forecast.CannotContinue(String.valueOf(e.getMessage()));
        }
    }

    private Forecast continues(TopicPartition partition, ResumePoint from, @Nullable OffsetRange skipped) {
        long end =
                consumer.endOffsets(Set.of(partition), ResumePoints.TIMEOUT).getOrDefault(partition, from.position());
        Cut pending = from.pending();
        return new Forecast.Continues(
                from.offset(),
                pending == null ? null : new OffsetRange(from.offset(), pending.end()),
                from.position() - from.offset(),
                end - from.position(),
                from.origin(),
                skipped,
                from.leaderEpoch().orElse(null));
    }

    private Map<TopicPartition, String> truncations(Map<TopicPartition, OffsetAndMetadata> positions) {
        Map<TopicPartition, String> reasons = new HashMap<>();
        Set<TopicPartition> unread = new HashSet<>(positions.keySet());
        consumer.assign(unread);
        positions.forEach(consumer::seek);
        long begin = System.nanoTime();
        while (!unread.isEmpty() && System.nanoTime() - begin < ResumePoints.TIMEOUT.toNanos()) {
            try {
                unread.removeAll(consumer.poll(ONE_POLL).partitions());
            } catch (LogTruncationException e) {
                e.offsetOutOfRangePartitions()
                        .forEach((one, position) -> reasons.put(one, truncated(one, position, e)));
                unread.removeAll(reasons.keySet());
                consumer.assign(unread);
            } catch (KafkaException e) {
                // Whether partitions may be read at all is another question.
                unread.clear();
            }
        }
        return reasons;
    }

    private static String truncated(TopicPartition partition, long position, LogTruncationException found) {
        OffsetAndMetadata divergent = found.divergentOffsets().get(partition);
        return BlockReasons.truncated(partition, divergent == null ? 0 : divergent.offset(), position);
    }
}
