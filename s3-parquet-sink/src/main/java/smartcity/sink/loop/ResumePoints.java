package smartcity.sink.loop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.StaleMemberEpochException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.jspecify.annotations.Nullable;
import smartcity.sink.cut.Cut;
import smartcity.sink.cut.Layout;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.store.ListOutcome;
import smartcity.sink.store.ObjectStore;
import smartcity.sink.topic.LandedTopic;

/// Finds where newly assigned partitions resume: at the group's committed offset, else behind the ranges in the
/// bucket's object names, else at the earliest offset.
///
/// The last range found in the bucket may be incomplete, as its cut was lost with the group's offsets. It is
/// completed like a pending cut, which changes nothing when it was complete.
final class ResumePoints {
    /// How long one request to Kafka may block the loop [chosen, not measured].
    static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Consumer<?, ?> consumer;
    private final BucketUploads bucket;
    private final Function<TopicPartition, LandedTopic> topics;
    private final Map<TopicPartition, BucketRequest<ListOutcome>> lookups = new HashMap<>();

    /// @param topics how the topic of a partition is landed
    ResumePoints(Consumer<?, ?> consumer, BucketUploads bucket, Function<TopicPartition, LandedTopic> topics) {
        this.consumer = consumer;
        this.bucket = bucket;
        this.topics = topics;
    }

    /// Forgets the requests for a partition that is not assigned any more.
    void forget(TopicPartition partition) {
        lookups.remove(partition);
    }

    /// The resume points that are known now. The caller asks again for the others.
    Map<TopicPartition, ResumePoint> find(Set<TopicPartition> partitions) {
        Map<TopicPartition, ResumePoint> found = new HashMap<>();
        try {
            Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(partitions, TIMEOUT);
            Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions, TIMEOUT);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions, TIMEOUT);
            for (TopicPartition partition : partitions) {
                OffsetAndMetadata known = committed.get(partition);
                ResumePoint resumption = known == null
                        ? fromBucket(partition, first.getOrDefault(partition, 0L))
                        : fromGroup(known, first.getOrDefault(partition, 0L));
                if (resumption != null) {
                    mustExist(partition, resumption, end.getOrDefault(partition, 0L));
                    found.put(partition, resumption);
                }
            }
        } catch (RetriableException | UnknownMemberIdException | StaleMemberEpochException e) {
            return found;
        }
        return found;
    }

    private static ResumePoint fromGroup(OffsetAndMetadata known, long first) {
        return new ResumePoint(
                known.offset(),
                Math.max(first, known.offset()),
                Cut.decoded(known.metadata()).orElse(null),
                "group");
    }

    private @Nullable ResumePoint fromBucket(TopicPartition partition, long first) {
        Layout layout = topics.apply(partition).layout();
        List<String> folders = layout.everyFolder(partition);
        BucketRequest<ListOutcome> lookup =
                lookups.computeIfAbsent(partition, _ -> new BucketRequest<>(() -> listed(folders)));
        ListOutcome outcome = bucket.answer(lookup);
        return switch (outcome) {
            case null -> null;
            case ListOutcome.Unavailable(String reason) -> {
                bucket.failed(lookup, reason);
                yield null;
            }
            case ListOutcome.Listed(List<String> names) -> {
                bucket.succeeded();
                lookups.remove(partition);
                yield behind(partition, layout, names, first);
            }
        };
    }

    private ListOutcome listed(List<String> folders) {
        ObjectStore store = bucket.store();
        List<String> names = new ArrayList<>();
        for (String folder : folders) {
            switch (store.list(folder)) {
                case ListOutcome.Unavailable unavailable -> {
                    return unavailable;
                }
                case ListOutcome.Listed(List<String> some) -> names.addAll(some);
            }
        }
        return new ListOutcome.Listed(names);
    }

    private static ResumePoint behind(TopicPartition partition, Layout layout, List<String> names, long first) {
        Optional<OffsetRange> last = names.stream()
                .flatMap(name -> OffsetRange.of(partition, name).stream())
                .max(Comparator.comparingLong(OffsetRange::end));
        if (last.isEmpty()) {
            return new ResumePoint(first, first, null, "earliest");
        }
        OffsetRange range = last.get();
        names.stream()
                .filter(name -> OffsetRange.of(partition, name).equals(last))
                .filter(name -> !layout.makes(name, partition))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalStateException("Failed to resume " + partition + " behind " + name
                            + ": it is in another layout than " + layout.template()
                            + ", so it is unknown whether its range is complete; start once with the former layout");
                });
        return new ResumePoint(
                range.start(), Math.max(first, range.start()), new Cut(range.end(), layout, null), "bucket");
    }

    private static void mustExist(TopicPartition partition, ResumePoint resumption, long end) {
        Cut pending = resumption.pending();
        if (Math.max(resumption.offset(), pending == null ? 0 : pending.end()) > end) {
            throw new IllegalStateException("Failed to resume " + partition + " at offset " + resumption.offset()
                    + ": the partition ends at " + end + "; was the topic deleted and created again?");
        }
    }
}
