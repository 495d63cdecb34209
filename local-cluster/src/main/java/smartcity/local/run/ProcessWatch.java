package smartcity.local.run;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import smartcity.local.child.ChildProcess;
import smartcity.local.child.LaunchException;

/// Sees which processes of a run have ended, and decides what that means.
///
/// A replica may end while others of its service live, which take over. The last one may only if its service has told
/// its period to the end. Nobody else may end. One thread at a time.
final class ProcessWatch {
    private final Map<CityService, List<ChildProcess>> simulators;
    private final List<ChildProcess> others;
    private final Predicate<CityService> told;
    private final TerminalOutput terminal;
    private final Set<ChildProcess> noted = new HashSet<>();

    /// @param simulators the processes of each, in the order in which to speak of them
    /// @param others the sink and what it needs
    /// @param told whether a simulator has told its period to the end; asked when none of its processes lives
    ProcessWatch(
            Map<CityService, List<ChildProcess>> simulators,
            List<ChildProcess> others,
            Predicate<CityService> told,
            TerminalOutput terminal) {
        this.simulators = new LinkedHashMap<>(simulators);
        this.others = List.copyOf(others);
        this.told = told;
        this.terminal = terminal;
    }

    /// Says what has ended since the look before.
    ///
    /// @return whether the simulators have told all they were to
    /// @throws LaunchException if someone has ended whom the run needs
    boolean isOver() {
        others.stream().filter(child -> !child.isAlive()).findFirst().ifPresent(dead -> {
            throw new LaunchException(dead.obituary());
        });
        simulators.forEach(this::look);
        return !simulators.isEmpty()
                && simulators.values().stream().flatMap(List::stream).noneMatch(ChildProcess::isAlive);
    }

    private void look(CityService service, List<ChildProcess> replicas) {
        List<ChildProcess> ended = replicas.stream()
                .filter(child -> !child.isAlive() && noted.add(child))
                .toList();
        long alive = replicas.stream().filter(ChildProcess::isAlive).count();
        if (alive > 0) {
            ended.stream().filter(child -> child.exitCode() != 0).forEach(child -> sayLost(child, alive));
        } else if (!ended.isEmpty()) {
            requireTold(service, ended);
            terminal.say(service.module() + " has told the period");
        }
    }

    private void sayLost(ChildProcess lost, long alive) {
        terminal.say(lost.name() + " ended with exit code " + lost.exitCode() + ": the "
                + (alive == 1 ? "other takes" : alive + " others take") + " over; its log is " + lost.log());
    }

    private void requireTold(CityService service, List<ChildProcess> ended) {
        if (!told.test(service)) {
            throw new LaunchException(ended.stream()
                    .filter(child -> child.exitCode() != 0)
                    .findFirst()
                    .map(ChildProcess::obituary)
                    .orElse(service.module()
                            + " ended before the period was told, as a replica died too late to be replaced: the same"
                            + " command goes on from there"));
        }
    }
}
