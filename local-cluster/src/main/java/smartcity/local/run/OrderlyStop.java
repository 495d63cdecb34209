package smartcity.local.run;

import java.time.Duration;
import java.util.List;
import smartcity.local.child.ChildProcess;
import smartcity.local.child.StopRequest;
import smartcity.local.infra.TopicProgress;

/// Stops a run: the simulators, then the sink once everything has landed, then S3 and Kafka.
final class OrderlyStop {
    /// How long to wait.
    ///
    /// @param toEnd time that a process has to end by itself
    /// @param toLand a sink that lands nothing for this time is not waited for any longer
    record Timeouts(Duration toEnd, Duration toLand) {
        /// Chosen, not measured.
        static final Timeouts USUAL = new Timeouts(Duration.ofSeconds(30), Duration.ofSeconds(60));
    }

    private static final Duration POLL_INTERVAL = Duration.ofMillis(250);
    private static final Duration FLUSH_INTERVAL = Duration.ofSeconds(3);
    private static final Duration REPORT_INTERVAL = Duration.ofSeconds(2);

    private final ServiceGroup services;
    private final LandingStatus landing;
    private final TerminalOutput terminal;
    private final StopRequest stop;
    private final Timeouts timeouts;
    private long reported;

    OrderlyStop(
            ServiceGroup services,
            LandingStatus landing,
            TerminalOutput terminal,
            StopRequest stop,
            Timeouts timeouts) {
        this.services = services;
        this.landing = landing;
        this.terminal = terminal;
        this.stop = stop;
        this.timeouts = timeouts;
    }

    /// Stops the simulators and waits until what they produced has landed, or cannot land, or the stop is urgent.
    ///
    /// @return records that have not landed
    long stopProducing() {
        List<ChildProcess> producing = services.producing();
        if (!producing.isEmpty()) {
            terminal.print("Stopping the simulators");
            producing.forEach(ChildProcess::askToStop);
            producing.forEach(this::awaitEnd);
        }
        return services.canLand() ? awaitLanding() : 0;
    }

    /// Stops the sink, then S3 and Kafka.
    void stopLanding() {
        services.sink().ifPresent(this::stop);
        services.infra().forEach(this::stop);
    }

    private long awaitLanding() {
        long remaining = remaining();
        long flushed = 0;
        long moved = System.nanoTime();
        while (remaining > 0 && services.canLand() && !stop.isUrgent()) {
            sayWaiting(remaining);
            if (flushed == 0 || System.nanoTime() - flushed > FLUSH_INTERVAL.toNanos()) {
                landing.flush();
                flushed = System.nanoTime();
            }
            stop.awaitUrgent(POLL_INTERVAL);
            long before = remaining;
            remaining = remaining();
            if (remaining < before) {
                moved = System.nanoTime();
            } else if (System.nanoTime() - moved > timeouts.toLand().toNanos()) {
                terminal.print("The sink has landed nothing for "
                        + timeouts.toLand().toSeconds() + " s: not waiting any longer");
                return remaining;
            }
        }
        return remaining;
    }

    private void sayWaiting(long remaining) {
        boolean due = System.nanoTime() - reported > REPORT_INTERVAL.toNanos();
        if (terminal.isLive() || due || reported == 0) {
            String records = LiveTable.count(remaining);
            terminal.refresh(List.of("Waiting until " + records + " records have landed; Ctrl-C stops waiting"));
            reported = System.nanoTime();
        }
    }

    private long remaining() {
        return landing.progress().stream().mapToLong(TopicProgress::remaining).sum();
    }

    private void stop(ChildProcess child) {
        if (child.isAlive()) {
            terminal.print("Stopping " + child.name());
            child.askToStop();
            awaitEnd(child);
        }
    }

    private void awaitEnd(ChildProcess child) {
        Duration given = stop.isUrgent() ? Duration.ofSeconds(5) : timeouts.toEnd();
        if (!child.endsWithin(given)) {
            terminal.print(child.name() + " did not end within " + given.toSeconds() + " s and is killed; its log is "
                    + child.log());
            child.kill();
        }
    }
}
