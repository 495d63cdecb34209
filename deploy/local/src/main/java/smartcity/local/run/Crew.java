package smartcity.local.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import smartcity.local.child.Child;

/// The processes of a city by their part in its orderly end.
///
/// @param simulators stop first, together
/// @param sink stops when everything has landed; empty if it was not started
/// @param infra stop last, in this order
record Crew(List<Child> simulators, Optional<Child> sink, List<Child> infra) {
    Crew {
        simulators = List.copyOf(simulators);
        infra = List.copyOf(infra);
    }

    /// Whether what is in Kafka can still land.
    boolean canLand() {
        return sink.isPresent() && Stream.concat(sink.stream(), infra.stream()).allMatch(Child::isAlive);
    }
}
