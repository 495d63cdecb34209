package smartcity.local.run;

import java.time.Duration;
import java.util.List;
import smartcity.local.child.ChildProcess;
import smartcity.local.child.StopRequest;
import smartcity.local.infra.TopicProgress;

/// The end of a run: simulators, then the sink once everything has landed, then S3 and Kafka.
final class OrderlyStop {
    /// How long to wait for others.
    ///
    /// @param toEnd time a process gets to end by itself
    /// @param toLand a sink that lands nothing for so long will not land the rest either
    record Patience(Duration toEnd, Duration toLand) {
        /// Chosen, not measured.
        static final Patience USUAL = new Patience(Duration.ofSeconds(30), Duration.ofSeconds(60));
    }

    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration HURRY = Duration.ofSeconds(3);
    private static final Duration TELL = Duration.ofSeconds(2);

    private final ServiceGroup crew;
    private final LandingStatus landing;
    private final TerminalOutput terminal;
    private final StopRequest stop;
    private final Patience patience;
    private long told;

    OrderlyStop(
            ServiceGroup crew, LandingStatus landing, TerminalOutput terminal, StopRequest stop, Patience patience) {
        this.crew = crew;
        this.landing = landing;
        this.terminal = terminal;
        this.stop = stop;
        this.patience = patience;
    }

    /// Stops the simulators and waits until what they produced has landed, or cannot, or a stop is urgent.
    ///
    /// @return records that have not landed
    long stopProducing() {
        List<ChildProcess> producing = crew.producing();
        if (!producing.isEmpty()) {
            terminal.say("Stopping the simulators");
            producing.forEach(ChildProcess::askToStop);
            producing.forEach(this::end);
        }
        return crew.canLand() ? awaitLanding() : 0;
    }

    /// Stops what is left.
    void stopLanding() {
        crew.sink().ifPresent(this::sayAndEnd);
        crew.infra().forEach(this::sayAndEnd);
    }

    private long awaitLanding() {
        long lag = lag();
        long hurried = 0;
        long moved = System.nanoTime();
        while (lag > 0 && crew.canLand() && !stop.isUrgent()) {
            sayWaiting(lag);
            if (hurried == 0 || System.nanoTime() - hurried > HURRY.toNanos()) {
                landing.hurry();
                hurried = System.nanoTime();
            }
            stop.awaitUrgent(LOOK);
            long before = lag;
            lag = lag();
            if (lag < before) {
                moved = System.nanoTime();
            } else if (System.nanoTime() - moved > patience.toLand().toNanos()) {
                terminal.say("The sink has landed nothing for "
                        + patience.toLand().toSeconds() + " s: not waiting any longer");
                return lag;
            }
        }
        return lag;
    }

    private void sayWaiting(long lag) {
        boolean due = System.nanoTime() - told > TELL.toNanos();
        if (terminal.isLive() || due || told == 0) {
            String records = LiveTable.count(lag);
            terminal.refresh(List.of("Waiting until " + records + " records have landed; Ctrl-C stops waiting"));
            told = System.nanoTime();
        }
    }

    private long lag() {
        return landing.progress().stream().mapToLong(TopicProgress::lag).sum();
    }

    private void sayAndEnd(ChildProcess child) {
        if (child.isAlive()) {
            terminal.say("Stopping " + child.name());
            child.askToStop();
            end(child);
        }
    }

    private void end(ChildProcess child) {
        Duration given = stop.isUrgent() ? Duration.ofSeconds(5) : patience.toEnd();
        if (!child.endsWithin(given)) {
            terminal.say(child.name() + " did not end within " + given.toSeconds() + " s and is killed; its log is "
                    + child.log());
            child.kill();
        }
    }
}
