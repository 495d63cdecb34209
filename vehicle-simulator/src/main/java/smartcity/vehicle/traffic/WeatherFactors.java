package smartcity.vehicle.traffic;

import smartcity.disturbance.RoadWeather;

/// The factors by which weather lowers speed and capacity; the density of standing traffic stays. Source of that:
/// Hranac et al., "Empirical Studies on Traffic Flow in Inclement Weather", Federal Highway Administration,
/// FHWA-HOP-07-073, 2006.
///
/// Capacity in rain and snow: Highway Capacity Manual 2010, exhibit 10-15, in FHWA-HOP-13-042, 2013, table
/// 33. Capacity in fog, and the speeds: Agarwal, Maze and Souleyrette, "Impact of Weather on Urban Freeway
/// Traffic Flow Characteristics and Facility Capacity", 2005, which gives ranges for the worst class of each,
/// whose middle is used: 4 to 7 % in rain, 11 to 15 % in snow, 10 to 12 % in fog. Chosen: between the
/// middles of the classes all factors are linear, so that there are no steps; in weaker rain and snow the speed
/// falls in proportion to the capacity; of precipitation and fog the worse one applies.
///
/// @param speed ratio of free speed, and of the speed at capacity, to that in fine weather
/// @param capacity ratio of the greatest flow to that in fine weather
record WeatherFactors(double speed, double capacity) {
    static final WeatherFactors FINE = new WeatherFactors(1, 1);

    /// Middles of the classes of rain [mm/h] (0.1 and 0.25 in/h part them; that of the open one is chosen).
    private static final double[] RAIN = {0, 1.27, 4.4, 10};

    private static final double[] CAPACITY_LOST_IN_RAIN = {0, 0.0201, 0.0724, 0.1413};
    private static final double SPEED_LOST_IN_RAIN = 0.055;

    /// Middles of the classes of snow by depth [mm/h] (0.05, 0.1 and 0.5 in/h part them; that of the open one
    /// is chosen).
    private static final double[] SNOW = {0, 0.635, 1.9, 7.6, 20};

    private static final double[] CAPACITY_LOST_IN_SNOW = {0, 0.0429, 0.0866, 0.1104, 0.2243};
    private static final double SPEED_LOST_IN_SNOW = 0.13;

    /// Depth of snow by depth of its water; chosen, the usual rule of thumb.
    private static final double SNOW_OF_WATER = 10;

    /// Visibility at which the effect of fog begins (chosen: the least one the Manual lists is below a mile), and
    /// upper bound of the source's worst class (a quarter of a mile) [m].
    private static final double[] VISIBILITY = {402, 1609};

    private static final double[] CAPACITY_LOST_IN_FOG = {0.12, 0};
    private static final double SPEED_LOST_IN_FOG = 0.11;

    static WeatherFactors of(RoadWeather weather) {
        double rain = between(RAIN, CAPACITY_LOST_IN_RAIN, weather.rainMmPerHour());
        double snow = between(SNOW, CAPACITY_LOST_IN_SNOW, weather.snowMmPerHour() * SNOW_OF_WATER);
        double fog = between(VISIBILITY, CAPACITY_LOST_IN_FOG, weather.visibilityMetres());
        double slower = Math.max(
                fog * SPEED_LOST_IN_FOG / CAPACITY_LOST_IN_FOG[0],
                Math.max(
                        rain * SPEED_LOST_IN_RAIN / CAPACITY_LOST_IN_RAIN[3],
                        snow * SPEED_LOST_IN_SNOW / CAPACITY_LOST_IN_SNOW[4]));
        return new WeatherFactors(1 - slower, 1 - Math.max(fog, Math.max(rain, snow)));
    }

    private static double between(double[] places, double[] values, double place) {
        if (place <= places[0]) {
            return values[0];
        }
        for (int i = 1; i < places.length; i++) {
            if (place < places[i]) {
                double share = (place - places[i - 1]) / (places[i] - places[i - 1]);
                return values[i - 1] + share * (values[i] - values[i - 1]);
            }
        }
        return values[values.length - 1];
    }
}
