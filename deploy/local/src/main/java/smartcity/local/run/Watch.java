package smartcity.local.run;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import smartcity.local.child.Child;
import smartcity.local.child.LaunchException;

/// Sees which processes of a run have ended, and decides what that means.
///
/// A replica may end while others of its service live, which take over. The last one may only if its service has told
/// its period to the end. Nobody else may end. One thread at a time.
final class Watch {
    private final Map<Service, List<Child>> simulators;
    private final List<Child> others;
    private final Predicate<Service> told;
    private final Terminal terminal;
    private final Set<Child> noted = new HashSet<>();

    /// @param simulators the processes of each, in the order in which to speak of them
    /// @param others the sink and what it needs
    /// @param told whether a simulator has told its period to the end; asked when none of its processes lives
    Watch(Map<Service, List<Child>> simulators, List<Child> others, Predicate<Service> told, Terminal terminal) {
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
                && simulators.values().stream().flatMap(List::stream).noneMatch(Child::isAlive);
    }

    private void look(Service service, List<Child> replicas) {
        List<Child> ended = replicas.stream()
                .filter(child -> !child.isAlive() && noted.add(child))
                .toList();
        long alive = replicas.stream().filter(Child::isAlive).count();
        if (alive > 0) {
            ended.stream().filter(child -> child.exitCode() != 0).forEach(child -> sayLost(child, alive));
        } else if (!ended.isEmpty()) {
            requireTold(service, ended);
            terminal.say(service.module() + " has told the period");
        }
    }

    private void sayLost(Child lost, long alive) {
        terminal.say(lost.name() + " ended with exit code " + lost.exitCode() + ": the "
                + (alive == 1 ? "other takes" : alive + " others take") + " over; its log is " + lost.log());
    }

    private void requireTold(Service service, List<Child> ended) {
        if (!told.test(service)) {
            throw new LaunchException(ended.stream()
                    .filter(child -> child.exitCode() != 0)
                    .findFirst()
                    .map(Child::obituary)
                    .orElse(service.module()
                            + " ended before the period was told, as a replica died too late to be replaced: the same"
                            + " command goes on from there"));
        }
    }
}
