package smartcity.emission;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import smartcity.chance.Seed;
import smartcity.emission.loop.BackfillPace;
import smartcity.emission.loop.EmissionPace;
import smartcity.emission.loop.LivePace;
import smartcity.emission.state.LastReports;
import smartcity.identity.SimulationIdentity;
import smartcity.road.Road;
import smartcity.time.SimulatedTime;

/// Makes what all simulators need from the settings of the simulation.
class SharedSimulation {
    @Produces
    @Singleton
    @Unremovable
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    @Unremovable
    Seed seed(SimulationConfig config) {
        return new Seed(config.seed());
    }

    @Produces
    @Singleton
    static SimulationIdentity identity(SimulationConfig config) {
        return new SimulationIdentity(
                config.seed(),
                config.start().orElse(null),
                config.epoch().orElse(null),
                config.factor(),
                config.until().orElse(null));
    }

    @Produces
    @Singleton
    @Unremovable
    Road road() {
        return Road.londonToBirmingham();
    }

    @Produces
    @Singleton
    @Unremovable
    LastReports reports() {
        return new LastReports();
    }

    /// Refuses settings by which two services would not compute the same simulated time.
    @Produces
    @Singleton
    @Unremovable
    static SimulatedTime time(SimulationConfig config, Clock clock) {
        if (config.until().isPresent()) {
            return new SimulatedTime(startOfBackfill(config), clock.instant(), 1); // its first instant is now
        }
        if (config.epoch().isEmpty()) {
            if (config.factor() != 1 || config.start().isPresent()) {
                throw new IllegalArgumentException(
                        "simulation.epoch must be set unless simulation.factor is 1 and simulation.start is unset, or the"
                                + " services would disagree on simulated time, but was unset");
            }
            return SimulatedTime.live();
        }
        Instant epoch = config.epoch().get();
        return new SimulatedTime(config.start().orElse(epoch), epoch, config.factor());
    }

    /// Refuses a backfill with a factor or without a start.
    @Produces
    @Singleton
    @Unremovable
    static EmissionPace pace(SimulationConfig config, ShardsConfig shards, SimulatedTime time, Clock clock) {
        if (config.until().isEmpty()) {
            return new LivePace(time, clock, shards.resumeWithin());
        }
        if (config.factor() != 1 || config.epoch().isPresent()) {
            throw new IllegalArgumentException(
                    "simulation.factor and simulation.epoch must be unset with simulation.until, which asks for a backfill,"
                            + " but were %s and %s"
                                    .formatted(config.factor(), config.epoch().orElse(null)));
        }
        return new BackfillPace(startOfBackfill(config), config.until().get());
    }

    private static Instant startOfBackfill(SimulationConfig config) {
        return config.start()
                .orElseThrow(() -> new IllegalArgumentException(
                        "simulation.start must be set with simulation.until but was unset"));
    }
}
