package smartcity.sink.loop;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import smartcity.sink.batch.ObjectCount;
import smartcity.sink.cut.Layout;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.file.RecordOrigin;
import smartcity.sink.identity.TopicIdentity;
import smartcity.sink.store.HeadOutcome;
import smartcity.sink.store.ObjectStore;
import smartcity.sink.store.StoredMetadata;

/// The last offset ranges of partitions, from the names of the objects in the bucket. The folders of a topic are listed
/// once for all partitions that were [#awaited] before. For the loop's thread.
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
        /// @param rules by which its objects were made; null when they do not state it
        /// @param topic whose records they have; null when they do not state it
        record Found(
                OffsetRange range,
                boolean incomplete,
                @Nullable String rules,
                @Nullable TopicIdentity topic) implements Last {}

        /// Its last range has an object in another layout.
        record InOtherLayout(String name, Found found) implements Last {}
    }

    private static final Last UNKNOWN = new Last.Unknown("the bucket has not answered");

    private final BucketUploads bucket;
    private final Map<TopicPartition, Long> awaited = new HashMap<>();
    private final Map<List<String>, RangeListing> listings = new HashMap<>();
    private final Map<TopicPartition, BucketRequest<Last>> heads = new HashMap<>();
    private long begun;

    LandedRanges(BucketUploads bucket) {
        this.bucket = bucket;
    }

    /// The partitions are assigned, and their ranges may be needed: only a listing that begins after this call says
    /// what earlier owners have stored.
    void await(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> awaited.putIfAbsent(partition, begun));
    }

    /// The partition's range is not needed, or not any more.
    void forget(TopicPartition partition) {
        awaited.remove(partition);
        heads.remove(partition);
        String topic = partition.topic();
        if (awaited.keySet().stream().noneMatch(other -> other.topic().equals(topic))) {
            listings.values().removeIf(listing -> listing.topic().equals(topic));
        }
    }

    /// The last range of the partition in the layout's era. The first call requests it from the bucket.
    Last of(TopicPartition partition, Layout layout) {
        await(List.of(partition));
        RangeListing listing = listing(partition, layout);
        return listing.finished(bucket) && listing.number() > awaited.getOrDefault(partition, begun)
                ? last(listing.names(partition), partition, layout)
                : UNKNOWN;
    }

    private RangeListing listing(TopicPartition partition, Layout layout) {
        List<String> folders = layout.everyFolder(partition);
        RangeListing known = listings.get(folders);
        boolean older = known != null && known.number() <= awaited.getOrDefault(partition, begun);
        if (known == null || (older && known.finished(bucket))) {
            known = new RangeListing(++begun, partition.topic(), folders, layout.era(), bucket.store());
            listings.put(folders, known);
        }
        return known;
    }

    private Last last(RangeNames names, TopicPartition partition, Layout layout) {
        OffsetRange range = names.range();
        if (range == null) {
            return new Last.None();
        }
        Last last = completeness(partition, range, names);
        return last instanceof Last.Found found
                ? names.firstOutside(layout, partition)
                        .<Last>map(name -> new Last.InOtherLayout(name, found))
                        .orElse(found)
                : last;
    }

    private Last completeness(TopicPartition partition, OffsetRange range, RangeNames names) {
        BucketRequest<Last> head = heads.computeIfAbsent(
                partition, _ -> new BucketRequest<>(() -> found(bucket.store(), range, names), Last.Unknown::new));
        Last last = bucket.answer(head);
        switch (last) {
            case null -> {
                return UNKNOWN;
            }
            case Last.Unknown(String reason) -> bucket.failed(head, reason);
            case Last.None _, Last.Found _, Last.InOtherLayout _ -> {
                bucket.succeeded();
                heads.remove(partition);
            }
        }
        return last;
    }

    /// Each object says how many its range has.
    private static Last found(ObjectStore store, OffsetRange range, RangeNames names) {
        return switch (store.head(names.first())) {
            case HeadOutcome.Found(StoredMetadata facts) ->
                new Last.Found(
                        range,
                        ObjectCount.of(facts.labels()).stream().anyMatch(count -> names.count() < count),
                        RecordOrigin.rules(facts.labels()),
                        RecordOrigin.topic(facts.labels()));
            case HeadOutcome.Absent _ -> new Last.Unknown(names.first() + " was listed but is not there");
            case HeadOutcome.Unavailable(String reason) -> new Last.Unknown(reason);
        };
    }
}
