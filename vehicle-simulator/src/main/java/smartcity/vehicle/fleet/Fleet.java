package smartcity.vehicle.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import smartcity.chance.Seed;
import smartcity.event.Carriageway;
import smartcity.event.Event;
import smartcity.event.EventFilter;
import smartcity.event.EventSource;
import smartcity.fleet.FleetLimits;
import smartcity.road.Road;
import smartcity.time.ReportSchedule;
import smartcity.vehicle.gps.RoadBridges;
import smartcity.vehicle.motion.DriveState;
import smartcity.vehicle.motion.RouteNetwork;
import smartcity.vehicle.motion.Vehicle;
import smartcity.vehicle.motion.VehicleDrive;
import smartcity.vehicle.traffic.TrafficField;

/// Emits the reports of the fleet: each vehicle reports telemetry and a GPS fix of the same instant, once in every
/// interval, at its own offset; below a bridge and shortly after only telemetry.
///
/// Parked vehicles report too, so that a consumer can distinguish them from lost ones. A report is a pure function
/// of the seed and the instant, so a fleet that starts later continues with the same records.
public final class Fleet implements EventSource {
    private final List<FleetVehicle> members;
    private ReportSchedule schedule;
    private final LastPositions positions;

    /// Computes the state of every vehicle; takes seconds for tens of thousands of vehicles, on all cores.
    ///
    /// @param size number of vehicles and their interval
    /// @param from no record is older
    public Fleet(Seed seed, Road road, TrafficField traffic, Size size, Instant from) {
        RouteNetwork routes = new RouteNetwork(seed, road, traffic);
        RoadBridges bridges = new RoadBridges(seed, road.lengthMetres());
        // Created in the sequence of their reports: vehicles that are next in time are then next in memory too.
        members = IntStream.range(0, size.vehicles())
                .parallel()
                .mapToObj(index -> new Vehicle(seed, index))
                .sorted(Comparator.comparingDouble(Vehicle::phase))
                .toList()
                .parallelStream()
                .map(vehicle -> new FleetVehicle(seed, road, bridges, vehicle, new VehicleDrive(vehicle, routes, from)))
                .toList();
        schedule = scheduleOf(size.interval(), from);
        positions = new LastPositions(members.size());
    }

    private ReportSchedule scheduleOf(Duration interval, Instant from) {
        long micros = interval.toNanos() / 1000;
        long[] offsets = members.stream()
                .mapToLong(member -> (long) (member.vehicle().phase() * micros))
                .toArray();
        return new ReportSchedule(offsets, interval, from);
    }

    /// Changes the interval of all vehicles, in the range of [Size], from an instant on; returns this fleet.
    public Fleet retimed(Duration interval, Instant from) {
        schedule = scheduleOf(new Size(members.size(), interval).interval(), from);
        return this;
    }

    @Override
    public Instant nextDue() {
        return schedule.due();
    }

    @Override
    public List<Event> next() {
        return next(EventFilter.ALL);
    }

    @Override
    public List<Event> next(EventFilter filter) {
        FleetVehicle member = members.get(schedule.deviceIndex());
        Instant due = schedule.due();
        schedule.advance();
        return filter.accepts(member.vehicle().deviceId(), due) ? member.report(due) : List.of();
    }

    /// The vehicles that drive on a part of the road at an instant; parked ones are not included.
    public List<VehicleSighting> sightings(
            Carriageway carriageway, double fromMetres, double toMetres, Instant instant) {
        List<VehicleSighting> sightings = new ArrayList<>();
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, instant);
        for (int index = 0; index < members.size(); index++) {
            FleetVehicle member = members.get(index);
            if (!positions.mayBeWithin(index, fromMetres, toMetres, micros)
                    && member.inOneShift(positions.instantOf(index), micros)) {
                continue;
            }
            DriveState state = member.stateAt(instant);
            double place = state.chainageMetres();
            positions.store(index, place, micros);
            if (!state.parked() && state.carriageway() == carriageway && place >= fromMetres && place <= toMetres) {
                sightings.add(new VehicleSighting(
                        member.vehicle().deviceId(),
                        member.vehicle().vehicleClass().type(),
                        place));
            }
        }
        return sightings;
    }

    /// The number of vehicles and the interval of their reports.
    ///
    /// @param vehicles 1 to 1,000,000
    /// @param interval between two reports of a vehicle, 100 ms to an hour
    public record Size(int vehicles, Duration interval) {
        public Size {
            if (vehicles < 1 || vehicles > FleetLimits.MOST_VEHICLES) {
                throw new IllegalArgumentException(
                        "vehicles must be within [1, " + FleetLimits.MOST_VEHICLES + "] but was " + vehicles);
            }
            if (interval.compareTo(FleetLimits.SHORTEST_INTERVAL) < 0
                    || interval.compareTo(FleetLimits.LONGEST_INTERVAL) > 0) {
                throw new IllegalArgumentException("interval must be within [" + FleetLimits.SHORTEST_INTERVAL + ", "
                        + FleetLimits.LONGEST_INTERVAL + "] but was " + interval);
            }
        }
    }
}
