package smartcity.incident.life;

import java.time.Instant;
import java.util.random.RandomGenerator;
import smartcity.chance.Seed;
import smartcity.event.Carriageway;
import smartcity.event.Severity;
import smartcity.road.Road;

/// One incident from its first report to its clearance. Everything about it follows from its seed and its
/// beginning.
///
/// @param seed its own
/// @param lanesClosedAtFirst 0 to the lanes there are
record Incident(Seed seed, IncidentCause cause, IncidentLocation spot, int lanesClosedAtFirst, ClearanceTime life) {
    /// Shares of an incident's life after which its first and its last lane are open again; chosen.
    private static final double FIRST_LANE_OPEN = 0.4;

    private static final double LAST_LANE_OPEN = 0.9;

    /// Shares of an incident's life after which its severity has fallen by one and by two steps; chosen.
    private static final double EASED = 0.5;

    private static final double EASED_TWICE = 0.8;

    static Incident of(IncidentArrivals.Arrival arrival, Road road, TrafficExposure exposure) {
        RandomGenerator random = arrival.seed().generator();
        IncidentCause cause = IncidentCause.draw(random);
        Carriageway carriageway = random.nextBoolean() ? Carriageway.NORTHBOUND : Carriageway.SOUTHBOUND;
        IncidentLocation spot =
                IncidentLocation.on(road, exposure.chainageAt(random.nextDouble(), arrival.began()), carriageway);
        ClearanceTime life = ClearanceTime.from(arrival.began(), random);
        return new Incident(arrival.seed(), cause, spot, cause.lanesClosed(spot.lanes(), random), life);
    }

    /// Lanes closed at an instant: one after the other opens again.
    int lanesClosed(Instant time) {
        double share = life.shareAt(time);
        int closed = 0;
        for (int lane = 1; lane <= lanesClosedAtFirst; lane++) {
            closed += share < opened(lane) ? 1 : 0;
        }
        return closed;
    }

    /// Severity at an instant: falls while the incident is dealt with, informational once it is over.
    Severity severity(Instant time) {
        double share = life.shareAt(time);
        Severity atFirst = cause.severity();
        if (share >= 1) {
            return Severity.INFORMATIONAL;
        }
        return share >= EASED_TWICE ? eased(eased(atFirst)) : share >= EASED ? eased(atFirst) : atFirst;
    }

    /// Share of the life after which a lane opens; the last of them at [#LAST_LANE_OPEN].
    private double opened(int lane) {
        if (lane == lanesClosedAtFirst) {
            return LAST_LANE_OPEN;
        }
        double step = (LAST_LANE_OPEN - FIRST_LANE_OPEN) / (lanesClosedAtFirst - 1);
        return FIRST_LANE_OPEN + step * (lane - 1);
    }

    private static Severity eased(Severity severity) {
        return switch (severity) {
            case CRITICAL -> Severity.HIGH;
            case HIGH -> Severity.MEDIUM;
            case MEDIUM, LOW -> Severity.LOW;
            case INFORMATIONAL -> Severity.INFORMATIONAL;
        };
    }
}
