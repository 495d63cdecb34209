package smartcity.vehicle.snapshot;

import smartcity.event.VehicleType;

/// A vehicle in a scene.
///
/// @param type its class, which determines its size
/// @param lane 1 is the outermost, on the left
/// @param aheadMetres from the camera to its back
/// @param colour its place in the distribution of paints, 0 <= c < 1
public record PassingVehicle(VehicleType type, int lane, double aheadMetres, double colour) {
    /// Width, height and length of vehicles by class [m]; chosen after common models, the lorry after the longest
    /// articulated one (16.5 m).
    record Size(double width, double height, double length) {
        static Size of(VehicleType type) {
            return switch (type) {
                case CAR -> new Size(1.8, 1.5, 4.4);
                case VAN -> new Size(2, 2.3, 5.5);
                case LORRY -> new Size(2.5, 4, 16.5);
                case COACH -> new Size(2.55, 3.6, 12);
                case MOTORCYCLE -> new Size(0.8, 1.4, 2.1);
            };
        }
    }

    /// Length from back to front [m].
    public double lengthMetres() {
        return Size.of(type).length();
    }

    Size size() {
        return Size.of(type);
    }
}
