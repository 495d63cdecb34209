package smartcity.local.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import smartcity.local.child.ChildProcess;

/// The processes of a city by their part in its orderly end.
///
/// @param simulators the processes of each; stop first, together
/// @param sink stops when everything has landed; empty if it was not started
/// @param infra stop last, in this order
record ServiceGroup(
        Map<CityService, List<ChildProcess>> simulators, Optional<ChildProcess> sink, List<ChildProcess> infra) {
    ServiceGroup {
        simulators = Map.copyOf(simulators);
        infra = List.copyOf(infra);
    }

    /// The processes of simulators that still run.
    List<ChildProcess> producing() {
        return simulators.values().stream()
                .flatMap(List::stream)
                .filter(ChildProcess::isAlive)
                .toList();
    }

    /// Whether what is in Kafka can still land.
    boolean canLand() {
        return sink.isPresent() && Stream.concat(sink.stream(), infra.stream()).allMatch(ChildProcess::isAlive);
    }
}
