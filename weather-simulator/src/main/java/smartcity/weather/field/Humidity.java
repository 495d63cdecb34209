package smartcity.weather.field;

/// Relations between temperature, dew point, relative humidity and wet-bulb temperature over water.
public final class Humidity {
    /// Magnus coefficients over water. Source: WMO, Guide to Instruments and Methods of Observation (WMO-No.
    /// 8), annex 4.B.
    private static final double MAGNUS_SLOPE = 17.62;

    private static final double MAGNUS_OFFSET_CELSIUS = 243.12;

    private Humidity() {}

    /// Relative humidity [%], 0 to 100, by the Magnus formula.
    ///
    /// @param dewPointCelsius not above the temperature
    public static double relativePercent(double temperatureCelsius, double dewPointCelsius) {
        return 100 * Math.exp(magnus(dewPointCelsius) - magnus(temperatureCelsius));
    }

    /// Dew point [degC] at which air of a relative humidity is saturated: the inverse of [#relativePercent].
    ///
    /// @param relativePercent above 0, to 100
    public static double dewPointCelsius(double temperatureCelsius, double relativePercent) {
        double exponent = magnus(temperatureCelsius) + Math.log(relativePercent / 100);
        return Math.min(temperatureCelsius, MAGNUS_OFFSET_CELSIUS * exponent / (MAGNUS_SLOPE - exponent));
    }

    /// Wet-bulb temperature at 1013 hPa [degC], within 1 K for 5 to 99 % and -20 to 50 degC; at 100 % it is the
    /// temperature.
    ///
    /// Source: Stull, "Wet-Bulb Temperature from Relative Humidity and Air Temperature", Journal of Applied
    /// Meteorology and Climatology 50, 2011.
    public static double wetBulbCelsius(double temperatureCelsius, double relativePercent) {
        double wetBulb = temperatureCelsius * Math.atan(0.151977 * Math.sqrt(relativePercent + 8.313659))
                + Math.atan(temperatureCelsius + relativePercent)
                - Math.atan(relativePercent - 1.676331)
                + 0.00391838 * Math.pow(relativePercent, 1.5) * Math.atan(0.023101 * relativePercent)
                - 4.686035;
        return Math.min(wetBulb, temperatureCelsius);
    }

    private static double magnus(double celsius) {
        return MAGNUS_SLOPE * celsius / (MAGNUS_OFFSET_CELSIUS + celsius);
    }
}
