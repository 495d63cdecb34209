package smartcity.local.run;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import smartcity.local.child.LaunchException;
import smartcity.local.child.StopRequest;
import smartcity.local.infra.DataFolder;
import smartcity.local.infra.TopicProgress;

/// A run from its start to its orderly stop, with its output.
public final class CitySession {
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);
    private static final Duration PLAIN_INTERVAL = Duration.ofSeconds(5);

    private final CityProcesses city;
    private final DataFolder folder;
    private final TerminalOutput terminal;
    private final StopRequest stop;
    private final PrintStream errors;

    /// A run that has not started.
    ///
    /// @param errors receives the message when something fails
    public CitySession(
            CityProcesses city, DataFolder folder, TerminalOutput terminal, StopRequest stop, PrintStream errors) {
        this.city = city;
        this.folder = folder;
        this.terminal = terminal;
        this.stop = stop;
        this.errors = errors;
    }

    /// Runs until a stop is requested, the time is over, the period is emitted, or something fails.
    ///
    /// @param duration counted from the moment everything is ready; null for no end
    /// @param page how it is opened once it is ready
    /// @return exit status: 0 if everything produced has landed, and the period, if any, is emitted; else 1
    public int run(@Nullable Duration duration, PageOpening page) {
        city.check();
        boolean succeeded = true;
        try {
            if (start(page)) {
                watch(duration);
            }
        } catch (LaunchException e) {
            terminal.pause();
            errors.println(e.getMessage());
            succeeded = false;
        }
        return stop() && succeeded ? 0 : 1;
    }

    private boolean start(PageOpening page) {
        CitySettings settings = city.settings();
        terminal.print("Data and logs are in " + settings.infra().data());
        if (!city.startInfra()) {
            return false;
        }
        terminal.print("kafka is ready on " + settings.infra().bootstrapServers());
        terminal.print("s3 is ready on " + settings.infra().s3Endpoint());
        Optional<String> see = Optional.empty();
        for (ServiceReplica replica : settings.replicas()) {
            if (!city.start(replica)) {
                return false;
            }
            terminal.print(replica.name() + " is ready: " + replica.status());
            if (replica.service() == CityService.VIEW) {
                String line = page.open("http://localhost:" + replica.port().number());
                terminal.print(line);
                see = Optional.of(line);
            }
        }
        if (!settings.replicas().isEmpty()) {
            SavedSettings.of(settings.infra().data()).save(settings.simulation());
        }
        if (!city.startPrometheus()) {
            return false;
        }
        settings.prometheus()
                .ifPresent(
                        port -> terminal.print("prometheus is ready: http://127.0.0.1:" + port.number() + "/alerts"));
        sayWhatToDo(settings, see);
        return true;
    }

    /// @param see where the page is; empty if there is none
    private void sayWhatToDo(CitySettings settings, Optional<String> see) {
        terminal.print("");
        see.ifPresent(terminal::print);
        if (settings.replicas().isEmpty()) {
            settings.infra().s3Environment().forEach((name, value) -> terminal.print("export " + name + "=" + value));
            terminal.print("export KAFKA_BOOTSTRAP_SERVERS=" + settings.infra().bootstrapServers());
        } else {
            terminal.print("The lake is " + settings.infra().lake() + "; ask it in another terminal:");
            terminal.print(
                    "  ./smartcity query \"select direction, count(*), avg(speed) from vehicle_data group by all\"");
            if (settings.simulation().period().isEmpty()) {
                terminal.print(Daylight.sentence(city.simulatedStart()));
            }
        }
        settings.simulation()
                .period()
                .ifPresent(period -> terminal.print("Filling " + period + " with "
                        + LiveTable.count(settings.simulation().vehicles()) + " vehicles and seed "
                        + settings.simulation().seed()));
        terminal.print("Ctrl-C stops in order");
        terminal.print("");
    }

    private void watch(@Nullable Duration duration) {
        LiveTable table = new LiveTable(city.settings().infra().lake(), terminal::columns);
        PaceCheck pace = city.pace();
        Optional<BackfillMonitor> backfill = city.backfill();
        ProcessWatch watch = city.watch(terminal);
        long began = System.nanoTime();
        long shown = 0;
        while (!stop.awaitRequest(POLL_INTERVAL)) {
            Duration elapsed = Duration.ofNanos(System.nanoTime() - began);
            if (duration != null && elapsed.compareTo(duration) >= 0) {
                return;
            }
            folder.requireSpaceToContinue();
            if (watch.isOver()) {
                return;
            }
            if (terminal.isLive() || System.nanoTime() - shown >= PLAIN_INTERVAL.toNanos()) {
                List<String> lines = new ArrayList<>(table.lines(city.progress(), elapsed));
                backfill.ifPresent(monitor -> lines.add(monitor.line()));
                lines.addAll(pace.warnings());
                terminal.refresh(lines);
                shown = System.nanoTime();
            }
        }
    }

    private boolean stop() {
        terminal.print("");
        ServiceGroup services = city.services();
        OrderlyStop end = new OrderlyStop(services, city, terminal, stop, OrderlyStop.Timeouts.USUAL);
        end.stopProducing();
        city.stopView();
        Optional<List<TopicProgress>> produced = city.isKafkaAlive() ? Optional.of(city.progress()) : Optional.empty();
        Optional<BackfillMonitor> unfinished =
                produced.flatMap(_ -> city.backfill()).filter(monitor -> !monitor.isComplete());
        Optional<String> rest = unfinished.map(BackfillMonitor::unfinished);
        end.stopLanding();
        if (services.sink().isEmpty()) {
            return true;
        }
        if (produced.isEmpty()) {
            return false;
        }
        LandingProof proof =
                LandingProof.of(produced.get(), city.settings().infra().lake());
        proof.lines().forEach(terminal::print);
        if (proof.missing() > 0) {
            errors.println(
                    LiveTable.count(proof.missing()) + " records are in Kafka and not in the lake; they land when"
                            + " ./smartcity up runs again on this data folder");
        }
        rest.ifPresent(errors::println);
        return proof.holds() && rest.isEmpty();
    }
}
