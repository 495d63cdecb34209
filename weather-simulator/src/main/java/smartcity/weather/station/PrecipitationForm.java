package smartcity.weather.station;

import smartcity.weather.field.Humidity;

/// The form in which precipitation reaches the ground.
enum PrecipitationForm {
    RAIN,
    FREEZING,
    SNOW;

    /// Wet-bulb temperature at or below which snow reaches the ground unmelted [degC]; chosen, observed values are
    /// between 0 and 1.5.
    private static final double SNOW_WET_BULB_CELSIUS = 0.5;

    /// The form of precipitation in the given air.
    ///
    /// @param warmAloft whether a layer of air above freezing melts it on its way down
    static PrecipitationForm in(double temperatureCelsius, double humidityPercent, boolean warmAloft) {
        if (warmAloft) {
            return temperatureCelsius <= 0 ? FREEZING : RAIN;
        }
        double wetBulb = Humidity.wetBulbCelsius(temperatureCelsius, humidityPercent);
        return wetBulb <= SNOW_WET_BULB_CELSIUS ? SNOW : RAIN;
    }
}
