package smartcity.vehicle.motion;

import smartcity.chance.Seed;
import smartcity.event.Carriageway;
import smartcity.road.Road;
import smartcity.vehicle.traffic.TrafficField;

/// The data that all vehicles share: journeys, limits and traffic on both carriageways.
public final class RouteNetwork {
    private final SpeedLimits northbound;
    private final SpeedLimits southbound;
    private final TrafficField traffic;
    private final RoadExits exits;
    private final FleetJourneys journeys;

    public RouteNetwork(Seed seed, Road road, TrafficField traffic) {
        northbound = new SpeedLimits(road, Carriageway.NORTHBOUND);
        southbound = new SpeedLimits(road, Carriageway.SOUTHBOUND);
        this.traffic = traffic;
        exits = new RoadExits(road);
        journeys =
                new FleetJourneys(road, exits, northbound, seed.of("timetable").uniform());
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

    RoadExits exits() {
        return exits;
    }

    ShiftTimetable timetableOf(Vehicle vehicle) {
        return journeys.timetableOf(vehicle);
    }
}
