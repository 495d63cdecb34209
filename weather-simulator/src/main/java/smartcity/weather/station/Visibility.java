package smartcity.weather.station;

/// Meteorological visibility: the distance after which 5 % of a beam of light remain.
///
/// The extinctions by haze, fog and precipitation are added. Source of those by water content: Stoelinga and Warner,
/// "Nonhydrostatic, Mesobeta-Scale Model Simulations of Cloud Ceiling and Visibility", Journal of Applied
/// Meteorology 38, 1999.
final class Visibility {
    /// -ln 0.05. Source: WMO-No. 8, chapter 9.
    private static final double OPTICAL_DEPTH = 2.996;

    /// Liquid water in the densest fog [g/m3]; chosen: visibility 130 m.
    private static final double DENSEST_FOG = 0.13;

    /// Extinction by fine drops relative to that by rain of the same rate; chosen.
    private static final double DRIZZLE_FACTOR = 3;

    private Visibility() {}

    /// Visibility [m], 30 to 40,000.
    ///
    /// @param fine whether rain has fine drops
    static double metres(
            double humidityPercent, double windKmh, double mmPerHour, PrecipitationForm form, boolean fine) {
        double extinction = haze(humidityPercent)
                + fog(humidityPercent, windKmh)
                + switch (form) {
                    case RAIN, FREEZING -> rain(mmPerHour) * (fine ? DRIZZLE_FACTOR : 1);
                    case SNOW -> snow(mmPerHour);
                };
        return Math.max(30, 1000 * OPTICAL_DEPTH / extinction);
    }

    /// Extinction by haze, which grows with humidity [1/km]; chosen: visibility 40 km in dry air, 5 km at 97 %.
    private static double haze(double humidityPercent) {
        double moist = Math.max(0, humidityPercent - 50) / 33;
        return OPTICAL_DEPTH / 40 * Math.exp(moist * moist);
    }

    /// Extinction by fog, which needs nearly saturated and calm air [1/km].
    private static double fog(double humidityPercent, double windKmh) {
        double saturated = Math.clamp((humidityPercent - 98) / 2, 0, 1);
        double calm = Math.clamp((12 - windKmh) / 7, 0, 1);
        return 144.7 * Math.pow(DENSEST_FOG * saturated * calm, 0.88);
    }

    /// Extinction by rain [1/km]; water content after Marshall and Palmer, 1948.
    private static double rain(double mmPerHour) {
        return 1.1 * Math.pow(0.072 * Math.pow(mmPerHour, 0.88), 0.75);
    }

    /// Extinction by snow that falls at 1 m/s [1/km].
    private static double snow(double mmPerHour) {
        return 10.36 * Math.pow(mmPerHour / 3.6, 0.78);
    }
}
