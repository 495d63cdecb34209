package smartcity.local.run;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import smartcity.local.infra.SimulatedPeriod;
import smartcity.time.SimulatedTime;

/// What the simulators agree on.
///
/// @param seed the same seed gives the same city
/// @param factor simulated seconds per real second, 0.1 to 3600; without meaning for a period
/// @param period to fill as fast as Kafka takes it; empty to go on from now
/// @param begin where simulated time begins; empty to go on from now or from the newest event
public record SimulationSettings(
        FleetSize fleet, long seed, double factor, Optional<SimulatedPeriod> period, Optional<SimulationStart> begin) {
    public SimulationSettings(FleetSize fleet, long seed, double factor, Optional<SimulatedPeriod> period) {
        this(fleet, seed, factor, period, Optional.empty());
    }

    public SimulationSettings {
        factor = SimulatedTime.checked(factor);
        fleet.requirePossible(factor);
    }

    /// Vehicles of the fleet.
    public int vehicles() {
        return fleet.size(factor);
    }

    /// The simulated instant to go on from; empty where simulated time is the wall clock.
    ///
    /// Simulated time never goes backwards: it begins after the newest event of the runs before.
    ///
    /// @param newestEvent of the runs before; empty on the first run
    public Optional<Instant> start(Optional<Instant> newestEvent, Instant now) {
        if (begin.isPresent()) {
            return Optional.of(begin.get().after(newestEvent, now));
        }
        Optional<Instant> next = newestEvent.map(instant -> instant.plusMillis(1));
        if (factor == 1 && next.filter(now::isBefore).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(next.orElse(now));
    }

    /// The environment of the simulators.
    ///
    /// @param start as [#start] gives it; passed over where there is a period
    /// @param epoch real instant at which `start` holds
    public Map<String, String> environment(Optional<Instant> start, Instant epoch) {
        Map<String, String> environment = new TreeMap<>(fleet.environment(factor));
        environment.put("SIMULATION_SEED", Long.toString(seed));
        if (period.isPresent()) {
            environment.put("SIMULATION_FACTOR", "1.0");
            environment.put("SIMULATION_START", period.get().from().toString());
            environment.put("SIMULATION_UNTIL", period.get().until().toString());
            return environment;
        }
        environment.put("SIMULATION_FACTOR", Double.toString(factor));
        start.ifPresent(instant -> {
            environment.put("SIMULATION_START", instant.toString());
            environment.put("SIMULATION_EPOCH", epoch.toString());
        });
        return environment;
    }
}
