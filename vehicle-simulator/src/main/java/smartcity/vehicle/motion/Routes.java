package smartcity.vehicle.motion;

import smartcity.chance.Seed;
import smartcity.event.Carriageway;
import smartcity.road.Road;
import smartcity.vehicle.traffic.TrafficField;

/// What all vehicles drive by: journeys, limits and traffic on both carriageways.
public final class Routes {
    private final SpeedLimits northbound;
    private final SpeedLimits southbound;
    private final TrafficField traffic;
    private final Exits exits;
    private final Journeys journeys;

    public Routes(Seed seed, Road road, TrafficField traffic) {
        northbound = new SpeedLimits(road, Carriageway.NORTHBOUND);
        southbound = new SpeedLimits(road, Carriageway.SOUTHBOUND);
        this.traffic = traffic;
        exits = new Exits(road);
        journeys = new Journeys(road, exits, northbound, seed.of("timetable").uniform());
    }

    SpeedLimits on(Carriageway carriageway) {
        return switch (carriageway) {
            case NORTHBOUND -> northbound;
            case SOUTHBOUND -> southbound;
        };
    }

    TrafficField traffic() {
        return traffic;
    }

    Exits exits() {
        return exits;
    }

    Timetable timetableOf(Vehicle vehicle) {
        return journeys.timetableOf(vehicle);
    }
}
