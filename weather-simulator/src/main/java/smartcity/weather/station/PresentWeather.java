package smartcity.weather.station;

import smartcity.event.AtmosphericConditions;
import smartcity.event.WeatherCode;
import smartcity.weather.field.Weather;

/// The WMO code of the present weather.
///
/// Intensities in mm/h: rain is light below 2.5 and heavy from 10, a shower is violent from 50, drizzle is light
/// below 0.1 and dense from 0.5, snow is light below 1 and heavy from 5. Source: WMO-No. 8, chapter on present
/// weather. Fog is visibility below 1000 m.
final class PresentWeather {
    /// Rate from which a shower in warm air has thunder [mm/h]; chosen, as are the rates of hail.
    private static final double THUNDER = 10;

    private static final double HAIL = 25;
    private static final double HEAVY_HAIL = 50;

    /// Least temperature for thunder [degC]; chosen.
    private static final double THUNDER_CELSIUS = 12;

    private PresentWeather() {}

    /// The code for a measurement.
    ///
    /// @param measured the instruments' values
    /// @param weather provides what instruments do not measure: clouds, and the origin of precipitation
    static WeatherCode code(AtmosphericConditions measured, PrecipitationForm form, Weather weather) {
        double rate = measured.precipitationMmPerHour();
        if (rate == 0) {
            return measured.visibilityMetres() < 1000 ? fog(measured) : sky(weather.cloudCover());
        }
        boolean showery = weather.precipitation().showery();
        boolean fine = weather.precipitation().fine() && !showery;
        return switch (form) {
            case FREEZING -> fine ? freezingDrizzle(rate) : freezingRain(rate);
            case SNOW -> showery ? snowShower(rate) : fine ? WeatherCode.SNOW_GRAINS : snow(rate);
            case RAIN -> showery ? shower(rate, measured.temperatureCelsius()) : fine ? drizzle(rate) : rain(rate);
        };
    }

    private static WeatherCode fog(AtmosphericConditions measured) {
        return measured.temperatureCelsius() <= 0 ? WeatherCode.RIME_FOG : WeatherCode.FOG;
    }

    /// By the share of the sky that clouds cover, in eighths: up to 0, 2 and 6.
    private static WeatherCode sky(double cover) {
        return cover < 1 / 16.0
                ? WeatherCode.CLEAR
                : cover < 5 / 16.0
                        ? WeatherCode.MAINLY_CLEAR
                        : cover < 13 / 16.0 ? WeatherCode.PARTLY_CLOUDY : WeatherCode.OVERCAST;
    }

    private static WeatherCode drizzle(double rate) {
        return rate < 0.1 ? WeatherCode.LIGHT_DRIZZLE : rate < 0.5 ? WeatherCode.DRIZZLE : WeatherCode.DENSE_DRIZZLE;
    }

    private static WeatherCode freezingDrizzle(double rate) {
        return rate < 0.1 ? WeatherCode.LIGHT_FREEZING_DRIZZLE : WeatherCode.FREEZING_DRIZZLE;
    }

    private static WeatherCode rain(double rate) {
        return rate < 2.5 ? WeatherCode.LIGHT_RAIN : rate < 10 ? WeatherCode.RAIN : WeatherCode.HEAVY_RAIN;
    }

    private static WeatherCode freezingRain(double rate) {
        return rate < 2.5 ? WeatherCode.LIGHT_FREEZING_RAIN : WeatherCode.FREEZING_RAIN;
    }

    private static WeatherCode snow(double rate) {
        return rate < 1 ? WeatherCode.LIGHT_SNOW : rate < 5 ? WeatherCode.SNOW : WeatherCode.HEAVY_SNOW;
    }

    private static WeatherCode snowShower(double rate) {
        return rate < 1 ? WeatherCode.SNOW_SHOWERS : WeatherCode.HEAVY_SNOW_SHOWERS;
    }

    private static WeatherCode shower(double rate, double temperatureCelsius) {
        if (rate >= THUNDER && temperatureCelsius >= THUNDER_CELSIUS) {
            return rate >= HEAVY_HAIL
                    ? WeatherCode.THUNDERSTORM_WITH_HEAVY_HAIL
                    : rate >= HAIL ? WeatherCode.THUNDERSTORM_WITH_HAIL : WeatherCode.THUNDERSTORM;
        }
        return rate < 2.5 ? WeatherCode.LIGHT_SHOWERS : rate < 50 ? WeatherCode.SHOWERS : WeatherCode.VIOLENT_SHOWERS;
    }
}
