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

/// The road, demand and conditions that the tests share.
final class TestCity {
    static final Road ROAD = Road.londonToBirmingham();
    static final TrafficDemand DEMAND = new TrafficDemand(ROAD);
    static final TrafficExposure EXPOSURE = new TrafficExposure(ROAD, DEMAND);

    private TestCity() {}

    /// Fine weather on the open road.
    static final SpontaneousIncidents.Conditions CONDITIONS =
            new SpontaneousIncidents.Conditions(ROAD, EXPOSURE, Disturbances.NONE);

    /// Reports of a period, of incidents twenty times as frequent as real ones.
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
