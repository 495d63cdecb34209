package smartcity.incident.life;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import smartcity.chance.Seed;
import smartcity.demand.Demand;
import smartcity.disturbance.Disturbances;
import smartcity.event.EmergencyReport;
import smartcity.event.Event;
import smartcity.road.Road;

/// The city the tests look at.
final class City {
    static final Road ROAD = Road.londonToBirmingham();
    static final Demand DEMAND = new Demand(ROAD);
    static final Exposure EXPOSURE = new Exposure(ROAD, DEMAND);

    private City() {}

    /// On fine days.
    static final Incidents.World WORLD = new Incidents.World(ROAD, EXPOSURE, Disturbances.NONE);

    /// Reports of incidents twenty times as frequent as real ones, from the first instant on and before the
    /// second.
    static List<EmergencyReport> reports(long seed, Instant from, Instant until) {
        return reports(seed, WORLD, from, until);
    }

    /// The same in a world of other weather.
    static List<EmergencyReport> reports(long seed, Incidents.World world, Instant from, Instant until) {
        Incidents incidents = new Incidents(new Seed(seed), world, 20, from);
        List<EmergencyReport> reports = new ArrayList<>();
        while (incidents.nextDue().isBefore(until)) {
            for (Event event : incidents.next()) {
                reports.add((EmergencyReport) event);
            }
        }
        return reports;
    }
}
