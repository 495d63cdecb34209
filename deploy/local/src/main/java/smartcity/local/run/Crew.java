package smartcity.local.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import smartcity.local.child.Child;

/// The processes of a city by their part in its orderly end.
///
/// @param simulators the processes of each; stop first, together
/// @param sink stops when everything has landed; empty if it was not started
/// @param infra stop last, in this order
record Crew(Map<Service, List<Child>> simulators, Optional<Child> sink, List<Child> infra) {
    Crew {
        simulators = Map.copyOf(simulators);
        infra = List.copyOf(infra);
    }

    /// The processes of simulators that still run.
    List<Child> producing() {
        return simulators.values().stream()
                .flatMap(List::stream)
                .filter(Child::isAlive)
                .toList();
    }

    /// Whether what is in Kafka can still land.
    boolean canLand() {
        return sink.isPresent() && Stream.concat(sink.stream(), infra.stream()).allMatch(Child::isAlive);
    }
}
