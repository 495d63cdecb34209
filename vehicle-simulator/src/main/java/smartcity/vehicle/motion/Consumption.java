package smartcity.vehicle.motion;

/// What a kilometre costs a vehicle by its speed, as a ratio to a kilometre at the speed its range is stated for.
///
/// Rolling resistance costs the same at any speed, air by the square of the speed. Source of the form: Treiber and
/// Kesting, "Traffic Flow Dynamics", 2013, section 20.2. Standing costs nothing.
///
/// @param airShare share of the air in the cost at the stated speed, 0 to 1
/// @param statedKmh the stated speed [km/h]
record Consumption(double airShare, double statedKmh) {
    /// What is chosen for a class: the more of the cost is air, the larger the front for the weight. Ranges are stated
    /// for the speed at which the class goes on a motorway.
    static Consumption of(VehicleClass vehicleClass) {
        return switch (vehicleClass) {
            case CAR -> new Consumption(0.6, 110);
            case VAN -> new Consumption(0.65, 110);
            case LORRY -> new Consumption(0.4, 85);
            case COACH -> new Consumption(0.45, 95);
            case MOTORCYCLE -> new Consumption(0.75, 110);
        };
    }

    /// The ratio at a speed [km/h].
    double at(double speedKmh) {
        double ratio = speedKmh / statedKmh;
        return 1 - airShare + airShare * ratio * ratio;
    }
}
