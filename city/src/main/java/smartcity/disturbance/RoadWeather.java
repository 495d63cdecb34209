package smartcity.disturbance;

/// The weather as far as it changes traffic.
///
/// @param rainMmPerHour rate of rain [mm/h], not negative
/// @param snowMmPerHour rate of snow as water [mm/h], not negative
/// @param visibilityMetres meteorological visibility [m], not negative
/// @param temperatureCelsius air at 2 m [degC]
public record RoadWeather(
        double rainMmPerHour, double snowMmPerHour, double visibilityMetres, double temperatureCelsius) {
    /// Dry and clear, 15 degC.
    public static final RoadWeather FINE = new RoadWeather(0, 0, 20_000, 15);

    public RoadWeather {
        notNegative("rainMmPerHour", rainMmPerHour);
        notNegative("snowMmPerHour", snowMmPerHour);
        notNegative("visibilityMetres", visibilityMetres);
        if (!Double.isFinite(temperatureCelsius)) {
            throw new IllegalArgumentException("temperatureCelsius must be finite but was " + temperatureCelsius);
        }
    }

    /// A mixture of this weather and another.
    ///
    /// @param share of the other, 0 to 1
    RoadWeather towards(RoadWeather other, double share) {
        return new RoadWeather(
                mixed(rainMmPerHour, other.rainMmPerHour, share),
                mixed(snowMmPerHour, other.snowMmPerHour, share),
                mixed(visibilityMetres, other.visibilityMetres, share),
                mixed(temperatureCelsius, other.temperatureCelsius, share));
    }

    private static double mixed(double from, double to, double share) {
        return (1 - share) * from + share * to;
    }

    private static void notNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and not negative but was " + value);
        }
    }
}
