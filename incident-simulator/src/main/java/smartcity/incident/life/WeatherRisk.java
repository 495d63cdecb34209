package smartcity.incident.life;

import smartcity.disturbance.RoadWeather;

/// The factor by which weather makes accidents more frequent.
///
/// Rain: the risk of an accident with injuries is two to three times that in dry weather; the middle of this
/// range is used for all accidents. Source: Brodsky and Hakkert, "Risk of a road accident in rainy
/// weather", Accident Analysis and Prevention 20(3), 1988. Snow: 84 % more accidents. Source: Qiu and
/// Nixon, "Effects of Adverse Weather on Traffic Crashes: Systematic Review and Meta-Analysis",
/// Transportation Research Record 2055, 2008. Chosen: fog doubles the risk; the rates of rain and
/// snow and the visibility at which these ratios are reached; the risk is linear below them; of precipitation
/// and fog the greater factor applies.
public final class WeatherRisk {
    private static final double IN_RAIN = 2.5;
    private static final double IN_SNOW = 1.84;
    private static final double IN_FOG = 2;

    /// Rate of rain from which the full factor of rain applies [mm/h].
    private static final double RAIN = 2.5;

    /// Rate of snow, as water, from which the full factor of snow applies [mm/h].
    private static final double SNOW = 0.5;

    /// Visibility below which there is fog, as the World Meteorological Organization defines it, and visibility up
    /// to which the full factor of fog applies [m].
    private static final double FOG_BEGINS = 1000;

    private static final double DENSE_FOG = 200;

    /// Factor in dry and clear weather, so that the mean over the simulated climate, weighted by the distance
    /// driven, is 1. In the simulated years 9 to 11 % of the distance is driven in rain.
    private static final double FINE = 0.95;

    /// The greatest factor.
    static final double HIGHEST = FINE * IN_RAIN;

    private WeatherRisk() {}

    /// Accidents per accident in the average weather of the year, above 0 to [#HIGHEST].
    public static double of(RoadWeather weather) {
        double rain = (IN_RAIN - 1) * Math.min(1, weather.rainMmPerHour() / RAIN);
        double snow = (IN_SNOW - 1) * Math.min(1, weather.snowMmPerHour() / SNOW);
        double clear = Math.clamp((weather.visibilityMetres() - DENSE_FOG) / (FOG_BEGINS - DENSE_FOG), 0, 1);
        double fog = (IN_FOG - 1) * (1 - clear);
        return FINE * (1 + Math.max(fog, Math.max(rain, snow)));
    }
}
