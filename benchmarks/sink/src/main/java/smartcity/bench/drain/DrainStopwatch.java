package smartcity.bench.drain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import smartcity.bench.backlog.KafkaBacklog;
import smartcity.bench.cluster.TemporaryCluster;
import smartcity.local.child.ChildProcess;
import smartcity.local.child.LaunchException;

/// Lets one contender drain the topic in a fresh process and measures it.
public final class DrainStopwatch {
    private static final Duration END = Duration.ofSeconds(40);

    private final TemporaryCluster cluster;
    private final KafkaBacklog backlog;
    private final Duration limit;

    /// @param limit after that time a drain has failed
    public DrainStopwatch(TemporaryCluster cluster, KafkaBacklog backlog, Duration limit) {
        this.cluster = cluster;
        this.backlog = backlog;
        this.limit = limit;
    }

    /// One drain. Nothing of it is left afterwards, neither process nor objects.
    ///
    /// @throws LaunchException if it failed, or if rows are missing or doubled
    public DrainMeasurement measure(DrainContender contender, int round) {
        DrainTask drain = new DrainTask(cluster, backlog, contender.name() + "-" + round, limit);
        double cpuBefore = ChildCpuTime.cpuSeconds();
        Instant started = Instant.now();
        ChildProcess child = cluster.start(contender.program(drain));
        try (ProcessSampler watch = new ProcessSampler(child, drain.folder())) {
            DrainTimes marks = contender.await(child, drain);
            if (!child.stop(END)) {
                throw new LaunchException(contender.name() + " did not end within " + END.toSeconds() + " s");
            }
            double cpuSeconds = ChildCpuTime.cpuSeconds() - cpuBefore;
            LandedData landed = contender.landed(child, drain);
            requireAll(contender, landed);
            return new DrainMeasurement(
                    contender.name(),
                    round,
                    backlog.records(),
                    seconds(started, marks.done()),
                    secondsOrNull(marks.firstRecord(), marks.done()),
                    cpuSeconds,
                    watch.peakBytes(),
                    secondsOrNull(started, watch.firstObject()),
                    landed);
        } finally {
            child.kill();
            cluster.remove(drain.folder());
            cluster.remove(drain.work());
        }
    }

    private void requireAll(DrainContender contender, LandedData landed) {
        if (landed.rows() != backlog.records() || landed.ids() != backlog.records()) {
            throw new LaunchException(contender.name() + " landed " + landed.rows() + " rows of " + landed.ids()
                    + " records, but the topic holds " + backlog.records());
        }
    }

    private static @Nullable Double secondsOrNull(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null ? null : seconds(from, to);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }
}
