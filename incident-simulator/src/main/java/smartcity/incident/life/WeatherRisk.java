package smartcity.incident.life;

import smartcity.disturbance.RoadWeather;

/// By how much weather makes accidents more frequent.
///
/// Rain: the risk of an accident with injuries is two to three times that in dry weather, of which the
/// middle is taken for all accidents. Source: Brodsky and Hakkert, "Risk of a road accident in rainy
/// weather", Accident Analysis and Prevention 20(3), 1988. Snow: 84 % more accidents. Source: Qiu and
/// Nixon, "Effects of Adverse Weather on Traffic Crashes: Systematic Review and Meta-Analysis",
/// Transportation Research Record 2055, 2008. Chosen: fog doubles the risk, at which rates of rain and snow
/// and at which visibility these ratios are reached, and that the risk is linear below; of precipitation
/// and fog the worse counts.
public final class WeatherRisk {
    private static final double IN_RAIN = 2.5;
    private static final double IN_SNOW = 1.84;
    private static final double IN_FOG = 2;

    /// Rate of rain from which on the risk is that of rain [mm/h].
    private static final double RAIN = 2.5;

    /// Rate of snow, as water, from which on the risk is that of snow [mm/h].
    private static final double SNOW = 0.5;

    /// Visibility at which fog begins, by the definition of the World Meteorological Organization, and at
    /// and below which the risk is that of fog [m].
    private static final double FOG_BEGINS = 1000;

    private static final double DENSE_FOG = 200;

    /// Risk in dry and clear weather: what lets the mean of the simulated climate, weighted by what is
    /// driven, be 1. In its years 9 to 11 % of the distance is driven in rain.
    private static final double FINE = 0.95;

    /// The greatest there is.
    static final double HIGHEST = FINE * IN_RAIN;

    private WeatherRisk() {}

    /// Accidents for each in the average weather of the year, above 0 to [#HIGHEST].
    public static double of(RoadWeather weather) {
        double rain = (IN_RAIN - 1) * Math.min(1, weather.rainMmPerHour() / RAIN);
        double snow = (IN_SNOW - 1) * Math.min(1, weather.snowMmPerHour() / SNOW);
        double clear = Math.clamp((weather.visibilityMetres() - DENSE_FOG) / (FOG_BEGINS - DENSE_FOG), 0, 1);
        double fog = (IN_FOG - 1) * (1 - clear);
        return FINE * (1 + Math.max(fog, Math.max(rain, snow)));
    }
}
