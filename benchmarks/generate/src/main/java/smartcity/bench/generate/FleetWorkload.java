package smartcity.bench.generate;

import java.time.Duration;
import java.time.Instant;
import smartcity.chance.Seed;
import smartcity.road.Road;
import smartcity.vehicle.fleet.Fleet;
import smartcity.vehicle.traffic.TrafficField;

/// What is generated: a fleet in the morning peak of a Tuesday, which reports once a second.
///
/// @param vehicles of the fleet, 1 to 1,000,000
/// @param period simulated time of a run against the broker, a second to a day
record FleetWorkload(int vehicles, Duration period) {
    static final Instant FROM = Instant.parse("2026-11-24T07:00:00Z");
    static final Duration INTERVAL = Duration.ofSeconds(1);
    static final long SEED = 1;

    private static final int RECORDS_PER_REPORT = 2;

    FleetWorkload {
        if (period.compareTo(Duration.ofSeconds(1)) < 0 || period.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("period must be within [PT1S, PT24H] but was " + period);
        }
    }

    /// The fleet as the simulator makes it when it is fed no weather and no incidents.
    Fleet fleet() {
        Seed seed = new Seed(SEED);
        Road road = Road.londonToBirmingham();
        return new Fleet(seed, road, new TrafficField(seed, road), new Fleet.Size(vehicles, INTERVAL), FROM);
    }

    Instant until() {
        return FROM.plus(period);
    }

    /// Telemetry and fixes of the period.
    long records() {
        return (long) vehicles * RECORDS_PER_REPORT * period.toSeconds();
    }
}
