package smartcity.weather.field;

/// The wind near the ground that results from the pressure field.
final class PressureWind {
    /// Coriolis parameter at 52 N [1/s]: 2 x 7.2921e-5 x sin 52.
    private static final double CORIOLIS = 1.149e-4;

    /// Density of air at sea level and 10 degC [kg/m3], international standard atmosphere.
    private static final double DENSITY = 1.247;

    /// Distance over which the gradient is computed [km]; chosen: the wind does not follow smaller features.
    private static final double STEP_KM = 60;

    /// Pascals per metre in a hectopascal per kilometre.
    private static final double PASCAL_PER_METRE = 0.1;

    private static final double KMH_PER_METRE_PER_SECOND = 3.6;

    /// Angle by which friction over land turns the wind towards the low [deg]; chosen, usual values are 20 to
    /// 40.
    private static final double BACKING_DEGREES = 25;

    private final WeatherSystems systems;

    PressureWind(WeatherSystems systems) {
        this.systems = systems;
    }

    /// Geostrophic wind, slowed and turned by the ground, and slower at night, below the inversion.
    MeanWind at(PlanePoint place, double hours, Climate climate) {
        double summer = climate.summer();
        double eastward = (systems.pressure(place.plus(STEP_KM / 2, 0), hours, summer)
                        - systems.pressure(place.plus(-STEP_KM / 2, 0), hours, summer))
                / STEP_KM;
        double northward = (systems.pressure(place.plus(0, STEP_KM / 2), hours, summer)
                        - systems.pressure(place.plus(0, -STEP_KM / 2), hours, summer))
                / STEP_KM;
        double kmhPerGradient = PASCAL_PER_METRE / (DENSITY * CORIOLIS) * KMH_PER_METRE_PER_SECOND;
        // Share of the geostrophic speed that remains at 10 m over land; chosen.
        double share = 0.38 + 0.08 * climate.warmth();
        return new MeanWind(-northward, eastward).times(kmhPerGradient * share).backedBy(BACKING_DEGREES);
    }
}
