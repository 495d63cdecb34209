package smartcity.view.state;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import smartcity.event.VehicleType;
import smartcity.view.report.VehicleReport;
import smartcity.view.road.RestPlaces;
import smartcity.view.road.RoadMatcher;

/// The last report of each vehicle, in numbered slots. Holds at most [#MOST] vehicles: reports of further ones are
/// counted and passed over. Safe for use by several threads.
public final class VehicleTracks {
    /// What a frame can number.
    public static final int MOST = 65_536;

    /// Intervals without a report after which a vehicle is gone; chosen.
    private static final int GONE_INTERVALS = 60;

    /// Of a vehicle that has reported once [ms]; the default of the simulator.
    private static final long FIRST_INTERVAL = 1_000;

    private final RoadMatcher road;
    private final RestPlaces rests;
    private final Map<String, Integer> slots = new HashMap<>();
    private final List<@Nullable VehicleSlot> vehicles = new ArrayList<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private long newestMillis;
    private long refused;

    /// What is kept of a vehicle. Changed in place: there are thousands of reports a second.
    private static final class VehicleSlot {
        private final String deviceId;
        private VehicleType type;
        private long timestampMillis;
        private long intervalMillis = FIRST_INTERVAL;
        private double chainage = Double.NaN;
        private double speed;
        private boolean northbound;
        private byte[] record = {};

        VehicleSlot(String deviceId, VehicleType type) {
            this.deviceId = deviceId;
            this.type = type;
        }
    }

    public VehicleTracks(RoadMatcher road, RestPlaces rests) {
        this.road = road;
        this.rests = rests;
    }

    /// Receives a report, unless a newer one of the same vehicle is there.
    ///
    /// @param record the whole record, which [#record(int)] returns
    public synchronized void receive(VehicleReport report, byte[] record) {
        VehicleSlot vehicle = slotOf(report);
        if (vehicle == null || report.timestampMillis() < vehicle.timestampMillis) {
            return;
        }
        if (vehicle.timestampMillis > 0 && report.timestampMillis() > vehicle.timestampMillis) {
            vehicle.intervalMillis = report.timestampMillis() - vehicle.timestampMillis;
        }
        OptionalDouble place = road.chainage(report.latitude(), report.longitude(), vehicle.chainage);
        vehicle.chainage = place.orElse(Double.NaN);
        vehicle.northbound = place.isPresent() && road.leadsNorth(place.getAsDouble(), report.heading());
        vehicle.timestampMillis = report.timestampMillis();
        vehicle.speed = report.speedKmh();
        vehicle.type = report.type();
        vehicle.record = record;
        newestMillis = Math.max(newestMillis, report.timestampMillis());
    }

    private @Nullable VehicleSlot slotOf(VehicleReport report) {
        Integer known = slots.get(report.deviceId());
        if (known != null) {
            return vehicles.get(known);
        }
        VehicleSlot vehicle = new VehicleSlot(report.deviceId(), report.type());
        if (!free.isEmpty()) {
            int slot = free.pop();
            vehicles.set(slot, vehicle);
            slots.put(report.deviceId(), slot);
            return vehicle;
        }
        if (vehicles.size() == MOST) {
            refused++;
            return null;
        }
        slots.put(report.deviceId(), vehicles.size());
        vehicles.add(vehicle);
        return vehicle;
    }

    /// All vehicles on or beside the road, in order of their slots; forgets those that have not reported for long.
    ///
    /// @param moment for what is under way
    public synchronized List<TrackedVehicle> all(SimulatedMoment moment) {
        List<TrackedVehicle> all = new ArrayList<>(slots.size());
        for (int slot = 0; slot < vehicles.size(); slot++) {
            VehicleSlot vehicle = vehicles.get(slot);
            if (vehicle == null) {
                continue;
            }
            if (moment.isOver(vehicle.timestampMillis, vehicle.intervalMillis, GONE_INTERVALS)) {
                vehicles.set(slot, null);
                slots.remove(vehicle.deviceId);
                free.push(slot);
            } else if (!Double.isNaN(vehicle.chainage)) {
                all.add(tracked(slot, vehicle, moment));
            }
        }
        return all;
    }

    private TrackedVehicle tracked(int slot, VehicleSlot vehicle, SimulatedMoment moment) {
        VehicleActivity activity = moment.isSilent(vehicle.timestampMillis, vehicle.intervalMillis)
                ? VehicleActivity.SILENT
                : rests.isParked(vehicle.chainage, vehicle.speed) ? VehicleActivity.PARKED : VehicleActivity.DRIVING;
        return new TrackedVehicle(
                slot,
                vehicle.deviceId,
                vehicle.type,
                vehicle.timestampMillis,
                vehicle.chainage,
                vehicle.speed,
                vehicle.northbound,
                vehicle.intervalMillis,
                activity);
    }

    /// The last record of the vehicle in a slot; empty when there is none.
    public synchronized Optional<byte[]> record(int slot) {
        VehicleSlot vehicle = slot >= 0 && slot < vehicles.size() ? vehicles.get(slot) : null;
        return vehicle == null ? Optional.empty() : Optional.of(vehicle.record.clone());
    }

    /// The vehicle in a slot; empty when there is none.
    public synchronized Optional<String> deviceId(int slot) {
        VehicleSlot vehicle = slot >= 0 && slot < vehicles.size() ? vehicles.get(slot) : null;
        return vehicle == null ? Optional.empty() : Optional.of(vehicle.deviceId);
    }

    /// The slot of a vehicle; empty when it is not known.
    public synchronized Optional<Integer> slot(String deviceId) {
        return Optional.ofNullable(slots.get(deviceId));
    }

    /// Newest event time [ms since 1970]; 0 before the first report.
    public synchronized long newestMillis() {
        return newestMillis;
    }

    /// Reports of vehicles for which there was no slot.
    public synchronized long refused() {
        return refused;
    }
}
