package smartcity.weather.field;

import smartcity.chance.Seed;

/// The large systems that cross the corridor from the west-south-west: highs and lows, air masses and their fronts.
///
/// Sizes, drift and strength are chosen so that a low passes every few days, as it does over southern England.
final class WeatherSystems {
    /// Drift of the systems [km/h]; chosen.
    private static final double DRIFT_EAST = 42;

    private static final double DRIFT_NORTH = 10;

    /// Sharpness of a front relative to its air masses; chosen: about 150 km from one air mass to the other.
    private static final double FRONT_SHARPNESS = 6;

    /// Distance by which warm air reaches over cold air ahead of a front [km]; chosen: slope 1:100 at 1500 m.
    private static final double OVERRUN_KM = 150;

    /// Mean decrease of pressure to the north, which makes the mean wind westerly [hPa/km]; chosen.
    private static final double MEAN_GRADIENT = 0.006;

    /// Mean pressure at mean sea level in southern England [hPa]; chosen.
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

    /// The state of the systems at a place.
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

    /// The state of the systems at one place and instant: six independent numbers.
    ///
    /// @param high standardised pressure: below 0 in a low, where air rises
    /// @param airMass near the ground: -1 polar, 1 tropical, changing quickly only at a front
    /// @param airMassAloft the same at about 1500 m, which at a front is the air mass further upstream
    /// @param front nearness of a front: 1 below it, towards 0 within about 100 km
    /// @param moisture standardised moisture of the air: mean 0, variance 1
    /// @param spell standardised deviation of recent days from their normal temperature: mean 0, variance 1
    record Synopsis(double high, double airMass, double airMassAloft, double front, double moisture, double spell) {}
}
