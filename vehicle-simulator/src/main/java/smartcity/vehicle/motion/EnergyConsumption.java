package smartcity.vehicle.motion;

/// The energy consumption of one vehicle: the work against air, rolling resistance and inertia, and the energy that
/// its powertrain draws for it. The road is assumed to be level.
///
/// Source of the form: Treiber and Kesting, "Traffic Flow Dynamics", 2013, section 20.2.
///
/// @param inertiaKg mass, including the effect of rotating parts [kg]
/// @param rollingNewtons rolling resistance at walking pace [N]
/// @param airNewtons resistance of the air at 1 m/s [N]
/// @param powertrain source of the work
record EnergyConsumption(double inertiaKg, double rollingNewtons, double airNewtons, Powertrain powertrain) {
    private static final double GRAVITY = 9.81;

    /// Density of the air [kg/m3], at 20 C and some 100 m above the sea.
    private static final double AIR_DENSITY = 1.19;

    /// Rolling resistance grows by this share for each m/s. Source: PHEMlight 5, petrol car of Euro 4
    /// (7.08e-5 to 0.00951).
    private static final double ROLLING_GROWTH = 0.0075;

    /// Factor by which wheels, shafts and motor increase the inertia; chosen, PHEMlight has 1.03 for the wheels
    /// alone.
    private static final double TURNING = 1.05;

    /// A battery adds this above what engine and tank weigh [kg/kWh]; chosen.
    private static final double BATTERY_KG = 4.5;

    /// Reserve of plans above the consumption at the greatest speed, for queues, weather and starts; chosen.
    private static final double RESERVE = 1.1;

    private static final double KMH = 3.6;

    /// @param load share of the greatest load, 0 to 1
    static EnergyConsumption of(VehicleClass vehicleClass, VehicleModel model, double load) {
        double mass = model.body().massKg(load) + BATTERY_KG * model.batteryKwh();
        return new EnergyConsumption(
                mass * TURNING,
                mass * GRAVITY * rolling(vehicleClass),
                AIR_DENSITY / 2 * model.body().dragAreaSquareMetres(),
                Powertrain.of(vehicleClass, model.fuel()));
    }

    /// Coefficient of rolling resistance at walking pace: for cars by PHEMlight 5, for lorries near the EU's
    /// tyre class C (5.1 to 6 N/kN), the others chosen.
    private static double rolling(VehicleClass vehicleClass) {
        return switch (vehicleClass) {
            case CAR, VAN -> 0.0095;
            case LORRY -> 0.0055;
            case COACH -> 0.006;
            case MOTORCYCLE -> 0.015;
        };
    }

    /// Work at the wheels in a second [J], negative when the vehicle brakes.
    ///
    /// @param speed mean of the second [m/s], which is the distance driven [m]
    /// @param acceleration of the second [m/s2]
    double work(double speed, double acceleration) {
        double rolling = rollingNewtons * (1 + ROLLING_GROWTH * speed);
        return speed * (rolling + airNewtons * speed * speed + inertiaKg * acceleration);
    }

    /// Energy drawn per metre at a constant speed [J].
    ///
    /// @param speedKmh above 0
    double joulesPerMetre(double speedKmh) {
        double speed = speedKmh / KMH;
        return powertrain.drawn(work(speed, 0), speed, 0) / speed;
    }

    /// Energy per metre that plans assume [J].
    double plannedPerMetre(double greatestKmh) {
        return RESERVE * joulesPerMetre(greatestKmh);
    }
}
