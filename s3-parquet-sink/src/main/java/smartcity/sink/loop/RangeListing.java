package smartcity.sink.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import smartcity.sink.cut.LandedObjectName;
import smartcity.sink.store.ListOutcome;
import smartcity.sink.store.ObjectStore;

/// One listing of the folders in which a topic has its objects. Of the names, which may be millions, only those of each
/// partition's last range are kept. For the loop's thread; the names are folded on another one.
final class RangeListing {
    /// How often a listing that takes long is reported [chosen].
    private static final Duration REPORTED_EVERY = Duration.ofSeconds(10);

    private final long number;
    private final String topic;
    private final List<String> folders;
    private final int era;
    private final ObjectStore store;
    private final BucketRequest<ListOutcome> request = new BucketRequest<>(this::attempt, ListOutcome.Unavailable::new);
    private Map<Integer, RangeNames> partitions = new HashMap<>();
    private volatile long names;
    private Instant nextReport = Instant.MIN;
    private boolean finished;

    /// @param number of the listing among all of the process, in the order in which they begin
    RangeListing(long number, String topic, List<String> folders, int era, ObjectStore store) {
        this.number = number;
        this.topic = topic;
        this.folders = List.copyOf(folders);
        this.era = era;
        this.store = store;
    }

    long number() {
        return number;
    }

    String topic() {
        return topic;
    }

    private ListOutcome attempt() {
        Map<Integer, RangeNames> found = new HashMap<>();
        names = 0;
        for (String folder : folders) {
            ListOutcome outcome = store.list(folder, key -> add(key, found));
            if (outcome instanceof ListOutcome.Unavailable) {
                return outcome;
            }
        }
        partitions = found;
        return new ListOutcome.Listed();
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // by the one thread that lists
    private void add(String key, Map<Integer, RangeNames> found) {
        names++;
        LandedObjectName.of(key)
                .filter(name -> name.topic().equals(topic) && name.era() == era)
                .ifPresent(name -> found.computeIfAbsent(name.partition(), _ -> new RangeNames())
                        .add(name.range(), key));
    }

    /// Whether all names are known. Takes the bucket's answer, and reports how far the listing is.
    boolean finished(BucketUploads bucket) {
        if (finished) {
            return true;
        }
        switch (bucket.answer(request)) {
            case null -> report(bucket);
            case ListOutcome.Unavailable(String reason) -> bucket.failed(request, reason);
            case ListOutcome.Listed _ -> {
                bucket.succeeded();
                finished = true;
            }
        }
        return finished;
    }

    private void report(BucketUploads bucket) {
        Instant now = bucket.now();
        if (nextReport.equals(Instant.MIN)) {
            nextReport = now.plus(REPORTED_EVERY);
        } else if (!now.isBefore(nextReport)) {
            nextReport = now.plus(REPORTED_EVERY);
            bucket.publish(new LoopEvent.Listing(topic, names));
        }
    }

    /// The partition's last names; none before the listing has finished.
    RangeNames names(TopicPartition partition) {
        return partitions.getOrDefault(partition.partition(), new RangeNames());
    }
}
