package smartcity.view.frame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import smartcity.event.VehicleType;
import smartcity.view.state.TrackedVehicle;
import smartcity.view.state.VehicleActivity;

/// All vehicles at one instant, in four bytes each.
///
/// A frame is an array of little-endian 32-bit numbers, one for each slot: bits 0 to 17 chainage in units of
/// 0.75 m, 18 to 25 speed in km/h, 26 set for northbound, 27 to 29 the class (car, van, lorry, coach,
/// motorcycle), 30 and 31 what it is doing (0 no vehicle, 1 driving, 2 parked, 3 silent).
public final class VehicleFrame {
    /// Unit of the chainage [m]: the road of 196 km fits into 18 bits.
    static final double UNIT_METRES = 0.75;

    private static final int MOST_UNITS = (1 << 18) - 1;

    /// Reports are of different instants; to show all at one, a place is moved on by speed for this long at most [ms];
    /// chosen.
    private static final long MOST_MOVED_MILLIS = 3_000;

    private VehicleFrame() {}

    /// Encodes a frame.
    ///
    /// @param vehicles in order of their slots
    /// @param atMillis simulated instant of the frame [ms since 1970]
    /// @param lengthMetres of the road [m]
    public static byte[] encode(List<TrackedVehicle> vehicles, long atMillis, double lengthMetres) {
        int slots = vehicles.isEmpty() ? 0 : vehicles.getLast().slot() + 1;
        ByteBuffer frame = ByteBuffer.allocate(slots * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (TrackedVehicle vehicle : vehicles) {
            double chainage = Math.clamp(chainageAt(vehicle, atMillis), 0, lengthMetres);
            int units = Math.clamp(Math.round(chainage / UNIT_METRES), 0, MOST_UNITS);
            int speed = Math.clamp(Math.round(vehicle.speedKmh()), 0, 255);
            frame.putInt(
                    vehicle.slot() * Integer.BYTES,
                    units
                            | speed << 18
                            | (vehicle.northbound() ? 1 << 26 : 0)
                            | classOf(vehicle.type()) << 27
                            | vehicle.activity().code() << 30);
        }
        return frame.array();
    }

    private static int classOf(VehicleType type) {
        return switch (type) {
            case CAR -> 0;
            case VAN -> 1;
            case LORRY -> 2;
            case COACH -> 3;
            case MOTORCYCLE -> 4;
        };
    }

    private static double chainageAt(TrackedVehicle vehicle, long atMillis) {
        if (vehicle.activity() != VehicleActivity.DRIVING) {
            return vehicle.chainageMetres();
        }
        long most = Math.min(vehicle.intervalMillis(), MOST_MOVED_MILLIS);
        double moved = vehicle.speedKmh() / 3600 * Math.clamp(atMillis - vehicle.timestampMillis(), 0, most);
        return vehicle.chainageMetres() + (vehicle.northbound() ? moved : -moved);
    }
}
