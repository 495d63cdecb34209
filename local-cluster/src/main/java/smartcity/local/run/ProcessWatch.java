package smartcity.local.run;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import smartcity.local.child.ChildProcess;
import smartcity.local.child.LaunchException;

/// Decides what the end of a process means for the run.
///
/// A replica may end while others of its service run, which take over. The last one may end only if its service has
/// emitted the whole period. No other process may end. One thread at a time.
final class ProcessWatch {
    private final Map<CityService, List<ChildProcess>> simulators;
    private final List<ChildProcess> others;
    private final Predicate<CityService> emitted;
    private final TerminalOutput terminal;
    private final Set<ChildProcess> reported = new HashSet<>();

    /// @param simulators the processes of each, in the order of the output
    /// @param others the sink and what it needs
    /// @param emitted whether a simulator has emitted the whole period; called when none of its processes runs
    ProcessWatch(
            Map<CityService, List<ChildProcess>> simulators,
            List<ChildProcess> others,
            Predicate<CityService> emitted,
            TerminalOutput terminal) {
        this.simulators = new LinkedHashMap<>(simulators);
        this.others = List.copyOf(others);
        this.emitted = emitted;
        this.terminal = terminal;
    }

    /// Prints what has ended since the call before.
    ///
    /// @return whether all simulators have emitted the period
    /// @throws LaunchException if a process has ended that the run needs
    boolean isOver() {
        others.stream().filter(child -> !child.isAlive()).findFirst().ifPresent(dead -> {
            throw new LaunchException(dead.exitMessage());
        });
        simulators.forEach(this::report);
        return !simulators.isEmpty()
                && simulators.values().stream().flatMap(List::stream).noneMatch(ChildProcess::isAlive);
    }

    private void report(CityService service, List<ChildProcess> replicas) {
        List<ChildProcess> ended = replicas.stream()
                .filter(child -> !child.isAlive() && reported.add(child))
                .toList();
        long alive = replicas.stream().filter(ChildProcess::isAlive).count();
        if (alive > 0) {
            ended.stream().filter(child -> child.exitCode() != 0).forEach(child -> sayLost(child, alive));
        } else if (!ended.isEmpty()) {
            requireEmitted(service, ended);
            terminal.print(service.module() + " has emitted the period");
        }
    }

    private void sayLost(ChildProcess lost, long alive) {
        terminal.print(lost.name() + " ended with exit code " + lost.exitCode() + ": the "
                + (alive == 1 ? "other takes" : alive + " others take") + " over; its log is " + lost.log());
    }

    private void requireEmitted(CityService service, List<ChildProcess> ended) {
        if (!emitted.test(service)) {
            throw new LaunchException(ended.stream()
                    .filter(child -> child.exitCode() != 0)
                    .findFirst()
                    .map(ChildProcess::exitMessage)
                    .orElse(service.module()
                            + " ended before the period was emitted, as a replica failed too late to be replaced: the same"
                            + " command goes on from there"));
        }
    }
}
