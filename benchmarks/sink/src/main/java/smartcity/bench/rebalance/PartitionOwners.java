package smartcity.bench.rebalance;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// Which member of a group owns which partition of one topic. For any thread.
final class PartitionOwners {
    private final int[] owners;
    private final Map<Integer, Integer> shares = new HashMap<>();
    private long moves;

    PartitionOwners(int partitions) {
        this.owners = new int[partitions];
    }

    /// A member that owns nothing yet.
    synchronized void joined(int member) {
        shares.put(member, 0);
        notifyAll();
    }

    /// A member that owns nothing any more.
    synchronized void left(int member) {
        shares.remove(member);
        notifyAll();
    }

    synchronized void assigned(int member, Collection<Integer> partitions) {
        partitions.forEach(partition -> owners[partition]++);
        shares.merge(member, partitions.size(), Integer::sum);
        moves += partitions.size();
        notifyAll();
    }

    synchronized void revoked(int member, Collection<Integer> partitions) {
        partitions.forEach(partition -> owners[partition]--);
        shares.computeIfPresent(member, (_, share) -> share - partitions.size());
        notifyAll();
    }

    /// Partitions that were assigned since the last call.
    synchronized long moved() {
        long moved = moves;
        moves = 0;
        return moved;
    }

    /// Waits until every partition has one owner and no member has two more than another.
    ///
    /// @return false when that took too long
    synchronized boolean awaitShared(int members, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!shared(members)) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private boolean shared(int members) {
        if (shares.size() != members || Arrays.stream(owners).anyMatch(owned -> owned != 1)) {
            return false;
        }
        int most = shares.values().stream().mapToInt(share -> share).max().orElse(0);
        int least = shares.values().stream().mapToInt(share -> share).min().orElse(0);
        return most - least <= 1;
    }
}
