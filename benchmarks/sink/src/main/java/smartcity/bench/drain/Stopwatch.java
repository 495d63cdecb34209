package smartcity.bench.drain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import smartcity.bench.backlog.Backlog;
import smartcity.bench.site.Site;
import smartcity.local.child.Child;
import smartcity.local.child.LaunchException;

/// Lets one contender drain the topic in a fresh process and measures it.
public final class Stopwatch {
    private static final Duration END = Duration.ofSeconds(40);

    private final Site site;
    private final Backlog backlog;
    private final Duration limit;

    /// @param limit after that time a drain has failed
    public Stopwatch(Site site, Backlog backlog, Duration limit) {
        this.site = site;
        this.backlog = backlog;
        this.limit = limit;
    }

    /// One drain. Nothing of it is left afterwards, neither process nor objects.
    ///
    /// @throws LaunchException if it failed, or if rows are missing or doubled
    public Measurement measure(Contender contender, int round) {
        Drain drain = new Drain(site, backlog, contender.name() + "-" + round, limit);
        double cpuBefore = EndedChildren.cpuSeconds();
        Instant started = Instant.now();
        Child child = site.start(contender.program(drain));
        try (Watch watch = new Watch(child, drain.folder())) {
            Marks marks = contender.await(child, drain);
            if (!child.stop(END)) {
                throw new LaunchException(contender.name() + " did not end within " + END.toSeconds() + " s");
            }
            double cpuSeconds = EndedChildren.cpuSeconds() - cpuBefore;
            Landed landed = contender.landed(child, drain);
            requireAll(contender, landed);
            return new Measurement(
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
            site.remove(drain.folder());
            site.remove(drain.work());
        }
    }

    private void requireAll(Contender contender, Landed landed) {
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
