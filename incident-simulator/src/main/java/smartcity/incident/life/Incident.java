package smartcity.incident.life;

import java.time.Instant;
import java.util.random.RandomGenerator;
import smartcity.chance.Seed;
import smartcity.event.Carriageway;
import smartcity.event.Severity;
import smartcity.road.Road;

/// One incident from its first report to its clearance. All of its properties follow from its seed and its
/// beginning.
///
/// @param seed of this incident alone
/// @param lanesClosedAtFirst 0 to the lanes of the carriageway
/// @param clearance the period from its beginning to its end
record Incident(
        Seed seed, IncidentCause cause, IncidentLocation location, int lanesClosedAtFirst, ClearanceTime clearance) {
    /// Shares of an incident's duration after which its first and its last lane are open again; chosen.
    private static final double FIRST_LANE_OPEN = 0.4;

    private static final double LAST_LANE_OPEN = 0.9;

    /// Shares of an incident's duration after which its severity has fallen by one and by two steps; chosen.
    private static final double LOWERED = 0.5;

    private static final double LOWERED_TWICE = 0.8;

    static Incident of(IncidentArrivals.Arrival arrival, Road road, TrafficExposure exposure) {
        RandomGenerator random = arrival.seed().generator();
        IncidentCause cause = IncidentCause.draw(random);
        Carriageway carriageway = random.nextBoolean() ? Carriageway.NORTHBOUND : Carriageway.SOUTHBOUND;
        IncidentLocation location =
                IncidentLocation.on(road, exposure.chainageAt(random.nextDouble(), arrival.began()), carriageway);
        ClearanceTime clearance = ClearanceTime.from(arrival.began(), random);
        return new Incident(arrival.seed(), cause, location, cause.lanesClosed(location.lanes(), random), clearance);
    }

    /// Lanes closed at an instant: they open one after the other.
    int lanesClosed(Instant time) {
        double share = clearance.shareAt(time);
        int closed = 0;
        for (int lane = 1; lane <= lanesClosedAtFirst; lane++) {
            closed += share < openingShare(lane) ? 1 : 0;
        }
        return closed;
    }

    /// Severity at an instant: falls in steps until the incident is over, then informational.
    Severity severity(Instant time) {
        double share = clearance.shareAt(time);
        Severity atFirst = cause.severity();
        if (share >= 1) {
            return Severity.INFORMATIONAL;
        }
        return share >= LOWERED_TWICE ? lowered(lowered(atFirst)) : share >= LOWERED ? lowered(atFirst) : atFirst;
    }

    /// Share of the duration after which a lane opens; the last lane opens at [#LAST_LANE_OPEN].
    private double openingShare(int lane) {
        if (lane == lanesClosedAtFirst) {
            return LAST_LANE_OPEN;
        }
        double step = (LAST_LANE_OPEN - FIRST_LANE_OPEN) / (lanesClosedAtFirst - 1);
        return FIRST_LANE_OPEN + step * (lane - 1);
    }

    private static Severity lowered(Severity severity) {
        return switch (severity) {
            case CRITICAL -> Severity.HIGH;
            case HIGH -> Severity.MEDIUM;
            case MEDIUM, LOW -> Severity.LOW;
            case INFORMATIONAL -> Severity.INFORMATIONAL;
        };
    }
}
