package smartcity.bench.generate;

import java.time.Duration;
import smartcity.bench.cluster.TemporaryCluster;
import smartcity.bench.drain.ChildCpuTime;
import smartcity.bench.drain.ResidentMemory;
import smartcity.local.child.ChildProcess;
import smartcity.local.child.LaunchException;

/// Runs one contender in a fresh process and measures its delivery.
final class ContenderRun {
    private static final Duration LOOK = Duration.ofMillis(50);

    private final TemporaryCluster cluster;
    private final Duration limit;

    /// @param limit after that time a delivery has failed
    ContenderRun(TemporaryCluster cluster, Duration limit) {
        this.cluster = cluster;
        this.limit = limit;
    }

    /// One delivery; its process has ended afterwards.
    ///
    /// @throws LaunchException if it failed
    DeliveryMeasurement run(GenerateContender contender, int round) {
        double cpuBefore = ChildCpuTime.cpuSeconds();
        long began = System.nanoTime();
        ChildProcess child = cluster.start(contender.program(cluster, round));
        long peak = 0;
        while (!child.endsWithin(LOOK)) {
            peak = Math.max(peak, ResidentMemory.peakBytes(child.pid()));
            if (System.nanoTime() - began > limit.toNanos()) {
                child.kill();
                throw new LaunchException(contender.name() + " did not end within " + limit.toSeconds() + " s");
            }
        }
        double life = (System.nanoTime() - began) / 1e9;
        if (child.exitCode() != 0) {
            throw new LaunchException(child.exitMessage());
        }
        GenerateContender.ReportedDelivery reported = contender.delivery(child);
        double cpu = ChildCpuTime.cpuSeconds() - cpuBefore;
        return new DeliveryMeasurement(
                contender.name(), round, reported.records(), reported.seconds(), life, cpu, peak);
    }
}
