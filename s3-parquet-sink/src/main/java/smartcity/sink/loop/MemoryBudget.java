package smartcity.sink.loop;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;

/// Memory for what all loops of a process hold together: from 80 % on the largest batch of all is cut, from 100 % on
/// nothing more is read. Each loop publishes once a turn what it holds, without a lock: the amounts of the others
/// may be a turn old.
public final class MemoryBudget {
    private static final double NEARLY_FULL = 0.8;

    private final long maxBytes;
    private final List<Share> shares = new CopyOnWriteArrayList<>();

    /// @param maxBytes what all loops may hold [bytes]
    public MemoryBudget(long maxBytes) {
        if (maxBytes < 1) {
            throw new IllegalArgumentException("maxBytes must be at least 1 but was " + maxBytes);
        }
        this.maxBytes = maxBytes;
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

    /// @param open bytes of open batches
    /// @param leaving bytes on their way into the bucket, which need no cut to go
    /// @param largest bytes of the largest batch that can be cut now; empty when none can
    private record Held(long open, long leaving, OptionalLong largest) {
        static final Held NOTHING = new Held(0, 0, OptionalLong.empty());

        long all() {
            return open + leaving;
        }
    }

    /// One loop's part; for the loop's thread.
    final class Share {
        private volatile Held held = Held.NOTHING;

        private Share() {}

        /// Publishes what is held at present.
        void update(Collection<Lane> lanes) {
            long open = 0;
            long leaving = 0;
            for (Lane lane : lanes) {
                open += lane.openBytes();
                leaving += lane.leavingBytes();
            }
            update(
                    open,
                    leaving,
                    lanes.stream()
                            .filter(Lane::ready)
                            .mapToLong(Lane::openBytes)
                            .max());
        }

        /// See [Held].
        void update(long open, long leaving, OptionalLong largest) {
            held = new Held(open, leaving, largest);
        }

        /// Whether this loop's largest batch is to be cut: it is the largest of all, or memory is full and the
        /// loop that has a larger one may be busy.
        boolean mustCut() {
            OptionalLong mine = held.largest;
            long open = shares.stream().mapToLong(share -> share.held.open).sum();
            return mine.isPresent()
                    && open >= nearlyFullBytes()
                    && (full(false)
                            || shares.stream().noneMatch(share -> share.held.largest.orElse(0) > mine.getAsLong()));
        }

        /// Whether nothing more is to be read.
        ///
        /// @param before whether that was so a moment ago: then it is until a fifth is free
        boolean full(boolean before) {
            return heldBytes() >= (before ? nearlyFullBytes() : maxBytes);
        }
    }
}
