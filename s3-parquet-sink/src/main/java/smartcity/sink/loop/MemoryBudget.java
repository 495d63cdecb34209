package smartcity.sink.loop;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/// Memory for what all loops of a process hold together, and for finishing it: from 80 % on the largest batch of all is
/// cut, from 100 % on nothing more is read. Each loop publishes once a turn what it holds, without a lock: the amounts
/// of the others may be a turn old.
public final class MemoryBudget {
    private static final double NEARLY_FULL = 0.8;

    private final long maxBytes;
    private final long mostRecordBytes;
    private final List<Share> shares = new CopyOnWriteArrayList<>();
    private final Share nobody = new Share();

    /// The loop that may read a pending cut to its end whatever it takes: one of the process, as each such cut may need
    /// as much as a whole process may hold.
    private final AtomicReference<Share> completing = new AtomicReference<>(nobody);

    /// A budget that bounds no single record.
    ///
    /// @param maxBytes what all loops may hold [bytes]
    public MemoryBudget(long maxBytes) {
        this(maxBytes, Long.MAX_VALUE);
    }

    /// @param maxBytes what all loops may hold [bytes]
    /// @param mostRecordBytes what one record may have [bytes]: it takes several times as much beside
    ///     what is held, from its fetch to the finished file
    public MemoryBudget(long maxBytes, long mostRecordBytes) {
        if (maxBytes < 1) {
            throw new IllegalArgumentException("maxBytes must be at least 1 but was " + maxBytes);
        }
        this.maxBytes = maxBytes;
        this.mostRecordBytes = mostRecordBytes;
    }

    /// The part of one loop; one for each loop.
    Share share() {
        Share share = new Share();
        shares.add(share);
        return share;
    }

    /// What all loops may hold [bytes].
    public long maxBytes() {
        return maxBytes;
    }

    /// What all loops hold [bytes]; from any thread.
    public long heldBytes() {
        return shares.stream().mapToLong(share -> share.held.all()).sum();
    }

    private long nearlyFullBytes() {
        return (long) (maxBytes * NEARLY_FULL);
    }

    /// @param open bytes of open batches, and of finishing one of their files
    /// @param leaving bytes on their way into the bucket, which need no cut to go
    /// @param largest bytes of the largest batch that can be cut now; empty when none can
    /// @param refused whether a record waits for memory, so that some must become free
    record Held(long open, long leaving, OptionalLong largest, boolean refused) {
        static final Held NOTHING = new Held(0, 0, OptionalLong.empty(), false);

        long all() {
            return open + leaving;
        }
    }

    /// One loop's part; for the loop's thread.
    final class Share {
        private volatile Held held = Held.NOTHING;
        private Optional<TopicPartition> firstReplay = Optional.empty();
        private long grown;
        private boolean refused;

        private Share() {}

        /// Publishes what is held at present.
        void update(Collection<Lane> lanes) {
            long open = 0;
            long leaving = 0;
            long finishing = 0;
            for (Lane lane : lanes) {
                open += lane.openBytes();
                leaving += lane.leavingBytes();
                finishing = Math.max(finishing, lane.finishingBytes());
            }
            replaying(
                    lanes.stream().filter(Lane::replaying).map(Lane::partition).collect(Collectors.toSet()));
            update(new Held(
                    open + finishing,
                    leaving,
                    lanes.stream()
                            .filter(Lane::ready)
                            .mapToLong(Lane::openBytes)
                            .max(),
                    refused));
        }

        /// Says whose pending cuts are read at present. The one that was begun first stays the first until it is read.
        void replaying(Set<TopicPartition> partitions) {
            firstReplay = firstReplay
                    .filter(partitions::contains)
                    .or(() -> partitions.stream().min(Comparator.comparing(TopicPartition::toString)));
            if (firstReplay.isPresent()) {
                completing.compareAndSet(nobody, this);
            } else {
                completing.compareAndSet(this, nobody);
            }
        }

        /// Publishes it.
        void update(Held now) {
            held = now;
            grown = 0;
            refused = false;
        }

        /// Counts what has been put into an open batch since the last [#update].
        void grown(long bytes) {
            grown += bytes;
        }

        /// What one record may have [bytes].
        long mostRecordBytes() {
            return mostRecordBytes;
        }

        /// Whether a batch may take more now.
        boolean free() {
            return heldBytes() + grown < maxBytes;
        }

        /// Whether a batch may open a file of so many bytes now. While nothing at all is held, it may: it could never
        /// otherwise. If it may not, some memory is made free.
        boolean admits(long bytes) {
            long all = heldBytes() + grown;
            boolean admits = all == 0 || all + bytes <= maxBytes;
            refused |= !admits;
            return admits;
        }

        /// Whether this partition's pending cut is the one of the process that is read to its end whatever it takes:
        /// without one, cuts that were read in part could wait for each other's memory without end.
        boolean mustComplete(TopicPartition replay) {
            return completing.get() == this
                    && firstReplay.filter(replay::equals).isPresent();
        }

        /// Whether this loop's largest batch is to be cut: it is the largest of all, or memory is full and the
        /// loop that has a larger one may be busy.
        boolean mustCut() {
            OptionalLong mine = held.largest;
            return mine.isPresent()
                    && tooMuchOpen()
                    && (full(false)
                            || shares.stream().noneMatch(share -> share.held.largest.orElse(0) > mine.getAsLong()));
        }

        private boolean tooMuchOpen() {
            long open = shares.stream().mapToLong(share -> share.held.open).sum();
            boolean leaving = shares.stream().anyMatch(share -> share.held.leaving > 0);
            return open >= nearlyFullBytes() || (!leaving && shares.stream().anyMatch(share -> share.held.refused));
        }

        /// Whether nothing more is to be read.
        ///
        /// @param before whether that was so a moment ago: then it is until a fifth is free
        boolean full(boolean before) {
            return heldBytes() >= (before ? nearlyFullBytes() : maxBytes);
        }
    }
}
