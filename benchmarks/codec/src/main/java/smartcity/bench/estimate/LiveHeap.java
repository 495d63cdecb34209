package smartcity.bench.estimate;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.List;

/// The heap that is reachable, which is what is left right after a full collection.
final class LiveHeap {
    private static final List<MemoryPoolMXBean> POOLS = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isCollectionUsageThresholdSupported())
            .toList();

    /// Between these, the serial collector leaves some dead objects where they are. Source: HotSpot, default of
    /// `MarkSweepAlwaysCompactCount`.
    private static final int COMPACTS_AT_LEAST_EVERY = 4;

    /// So that the work advances between two collections [chosen].
    private static final Duration SAMPLED_EVERY = Duration.ofMillis(20);

    private LiveHeap() {}

    /// What is reachable now [bytes].
    static long bytes() {
        for (int i = 0; i < COMPACTS_AT_LEAST_EVERY; i++) {
            System.gc();
        }
        return POOLS.stream()
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }

    /// The most that is reachable at any of many instants while `work` is done [bytes].
    static long peakDuring(Runnable work) throws InterruptedException {
        Thread worker = Thread.ofPlatform().name("estimate-work").start(work);
        long peak = bytes();
        while (!worker.join(SAMPLED_EVERY)) {
            peak = Math.max(peak, bytes());
        }
        return peak;
    }
}
