package smartcity.sink.loop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import smartcity.sink.batch.ObjectCount;
import smartcity.sink.cut.Layout;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.store.HeadOutcome;
import smartcity.sink.store.ListOutcome;
import smartcity.sink.store.ObjectStore;
import smartcity.sink.store.StoredMetadata;

/// The last offset ranges of partitions, from the names of the objects in the bucket. For the loop's thread.
final class LandedRanges {
    /// What the bucket says of a partition's era.
    sealed interface Last {
        /// The bucket has not answered.
        record Unknown(String reason) implements Last {}

        /// It has no object.
        record None() implements Last {}

        /// Its last range.
        ///
        /// @param incomplete whether an object of the range is known to be missing
        record Found(OffsetRange range, boolean incomplete) implements Last {}

        /// Its last range has an object in another layout.
        record InOtherLayout(String name) implements Last {}
    }

    private final BucketUploads bucket;
    private final Map<TopicPartition, BucketRequest<Last>> lookups = new HashMap<>();

    LandedRanges(BucketUploads bucket) {
        this.bucket = bucket;
    }

    void forget(TopicPartition partition) {
        lookups.remove(partition);
    }

    /// The last range of the partition in the layout's era. The first call requests it from the bucket.
    Last of(TopicPartition partition, Layout layout) {
        BucketRequest<Last> lookup = lookups.computeIfAbsent(
                partition, _ -> new BucketRequest<>(() -> last(bucket.store(), partition, layout)));
        Last last = bucket.answer(lookup);
        switch (last) {
            case null -> {
                return new Last.Unknown("the bucket has not answered");
            }
            case Last.Unknown(String reason) -> bucket.failed(lookup, reason);
            case Last.None _, Last.Found _, Last.InOtherLayout _ -> {
                bucket.succeeded();
                lookups.remove(partition);
            }
        }
        return last;
    }

    private static Last last(ObjectStore store, TopicPartition partition, Layout layout) {
        List<String> names = new ArrayList<>();
        for (String folder : layout.everyFolder(partition)) {
            switch (store.list(folder)) {
                case ListOutcome.Unavailable(String reason) -> {
                    return new Last.Unknown(reason);
                }
                case ListOutcome.Listed(List<String> some) -> names.addAll(some);
            }
        }
        Optional<OffsetRange> last = names.stream()
                .flatMap(name -> OffsetRange.of(partition, layout.era(), name).stream())
                .max(Comparator.comparingLong(OffsetRange::end));
        if (last.isEmpty()) {
            return new Last.None();
        }
        List<String> ofLast = names.stream()
                .filter(name -> OffsetRange.of(partition, layout.era(), name).equals(last))
                .toList();
        return ofLast.stream()
                .filter(name -> !layout.makes(name, partition))
                .findFirst()
                .<Last>map(Last.InOtherLayout::new)
                .orElseGet(() -> found(store, last.get(), ofLast));
    }

    /// Each object says how many its range has.
    private static Last found(ObjectStore store, OffsetRange range, List<String> names) {
        return switch (store.head(names.getFirst())) {
            case HeadOutcome.Found(StoredMetadata facts) ->
                new Last.Found(range, ObjectCount.of(facts.labels()).stream().anyMatch(count -> names.size() < count));
            case HeadOutcome.Absent _ -> new Last.Unknown(names.getFirst() + " was listed but is not there");
            case HeadOutcome.Unavailable(String reason) -> new Last.Unknown(reason);
        };
    }
}
