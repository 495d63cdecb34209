package smartcity.incident.life;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import smartcity.chance.Seed;
import smartcity.demand.Demand;
import smartcity.event.EmergencyReport;
import smartcity.event.Event;
import smartcity.road.Road;

/// The city the tests look at.
final class City {
    static final Road ROAD = Road.londonToBirmingham();
    static final Demand DEMAND = new Demand(ROAD);
    static final Exposure EXPOSURE = new Exposure(ROAD, DEMAND);

    private City() {}

    /// Reports of incidents twenty times as frequent as real ones, from the first instant on and before the
    /// second.
    static List<EmergencyReport> reports(long seed, Instant from, Instant until) {
        Incidents incidents = new Incidents(new Seed(seed), ROAD, EXPOSURE, 20, from);
        List<EmergencyReport> reports = new ArrayList<>();
        while (incidents.nextDue().isBefore(until)) {
            for (Event event : incidents.next()) {
                reports.add((EmergencyReport) event);
            }
        }
        return reports;
    }
}
