package smartcity.incident.life;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import smartcity.chance.Seed;
import smartcity.demand.TrafficDemand;
import smartcity.disturbance.Disturbances;
import smartcity.event.EmergencyReport;
import smartcity.event.Event;
import smartcity.road.Road;

/// The city the tests look at.
final class TestCity {
    static final Road ROAD = Road.londonToBirmingham();
    static final TrafficDemand DEMAND = new TrafficDemand(ROAD);
    static final TrafficExposure EXPOSURE = new TrafficExposure(ROAD, DEMAND);

    private TestCity() {}

    /// On fine days.
    static final SpontaneousIncidents.Conditions CONDITIONS =
            new SpontaneousIncidents.Conditions(ROAD, EXPOSURE, Disturbances.NONE);

    /// Reports of incidents twenty times as frequent as real ones, from the first instant on and before the
    /// second.
    static List<EmergencyReport> reports(long seed, Instant from, Instant until) {
        return reports(seed, CONDITIONS, from, until);
    }

    /// The same in other conditions.
    static List<EmergencyReport> reports(
            long seed, SpontaneousIncidents.Conditions conditions, Instant from, Instant until) {
        SpontaneousIncidents incidents = new SpontaneousIncidents(new Seed(seed), conditions, 20, from);
        List<EmergencyReport> reports = new ArrayList<>();
        while (incidents.nextDue().isBefore(until)) {
            for (Event event : incidents.next()) {
                reports.add((EmergencyReport) event);
            }
        }
        return reports;
    }
}
