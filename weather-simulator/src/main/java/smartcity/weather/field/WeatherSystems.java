package smartcity.weather.field;

import smartcity.chance.Seed;

/// The large systems that cross the corridor from the west-south-west: highs and lows, air masses and their
/// fronts.
///
/// Sizes, drift and strength are chosen so that a low passes every few days, as it does over southern England.
final class WeatherSystems {
    /// Drift of the systems [km/h]; chosen.
    private static final double DRIFT_EAST = 42;

    private static final double DRIFT_NORTH = 10;

    /// How much sharper a front is than the air masses it parts; chosen: about 150 km from one to the other.
    private static final double FRONT_SHARPNESS = 6;

    /// How far the warm air reaches over the cold ahead of a front [km]; chosen: slope 1:100 at 1500 m.
    private static final double OVERRUN_KM = 150;

    /// Average fall of pressure to the north, which makes the wind westerly on average [hPa/km]; chosen.
    private static final double MEAN_GRADIENT = 0.006;

    /// Average pressure at mean sea level in southern England [hPa]; chosen.
    private static final double MEAN_PRESSURE = 1015.5;

    private final WaveField highs;
    private final WaveField airMasses;
    private final WaveField spells;
    private final WaveField moisture;

    WeatherSystems(Seed seed) {
        highs = new WaveField(seed.of("highs"), new WaveField.Scale(2200, 5000, DRIFT_EAST, DRIFT_NORTH, 60));
        airMasses = new WaveField(seed.of("airMasses"), new WaveField.Scale(1800, 4000, DRIFT_EAST, DRIFT_NORTH, 90));
        spells =
                new WaveField(seed.of("spells"), new WaveField.Scale(3000, 9000, DRIFT_EAST / 3, DRIFT_NORTH / 3, 200));
        moisture = new WaveField(seed.of("moisture"), new WaveField.Scale(500, 2500, DRIFT_EAST, DRIFT_NORTH, 24));
    }

    /// Pressure at mean sea level [hPa].
    double pressure(PlanePoint place, double hours, double summer) {
        double strength = 10.5 - 4 * summer;
        return MEAN_PRESSURE
                - MEAN_GRADIENT * place.northKm()
                + strength * highs.at(place, hours)
                - 2 * front(place, hours);
    }

    /// What the systems bring to a place.
    Synopsis at(PlanePoint place, double hours) {
        return new Synopsis(
                highs.at(place, hours),
                airMass(place, hours),
                airMass(place.plus(-OVERRUN_KM, 0), hours),
                front(place, hours),
                moisture.at(place, hours),
                spells.at(place, hours));
    }

    private double airMass(PlanePoint place, double hours) {
        return Math.tanh(FRONT_SHARPNESS * airMasses.at(place, hours));
    }

    private double front(PlanePoint place, double hours) {
        double distance = FRONT_SHARPNESS * airMasses.at(place, hours);
        return Math.exp(-distance * distance);
    }

    /// What the systems bring to one place at one instant; six numbers, none of which belongs to another.
    ///
    /// @param high standardised pressure: below 0 in a low, where air rises
    /// @param airMass near the ground: -1 polar, 1 tropical, changing quickly only at a front
    /// @param airMassAloft the same some 1500 m up, which at a front is that of the air further upstream
    /// @param front nearness of a front: 1 below it, towards 0 within about 100 km
    /// @param moisture how moist the air is: mean 0, variance 1
    /// @param spell how warm the last days are for their date: mean 0, variance 1
    record Synopsis(double high, double airMass, double airMassAloft, double front, double moisture, double spell) {}
}
