package smartcity.emission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Instant;
import java.util.Optional;

/// The simulation, which all simulators of one city have in common.
@ConfigMapping(prefix = "simulation")
public interface SimulationConfig {
    /// Root of all chance: the same seed gives the same city.
    @WithDefault("1")
    long seed();

    /// Simulated seconds per real second, 0.1 to 3600; 1 is live.
    @WithDefault("1")
    double factor();

    /// Real instant at which the simulation begins; needed unless simulated time is real time.
    Optional<Instant> epoch();

    /// Simulated instant at the epoch; the epoch itself unless set. In a backfill, its first instant.
    Optional<Instant> start();

    /// Makes the simulation a backfill: the period from [#start()] to before this instant, as fast as Kafka takes it.
    Optional<Instant> until();
}
