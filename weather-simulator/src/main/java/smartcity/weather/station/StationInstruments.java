package smartcity.weather.station;

import java.util.random.RandomGenerator;
import smartcity.event.AtmosphericConditions;
import smartcity.event.WeatherCode;
import smartcity.weather.field.AirState;
import smartcity.weather.field.MeanWind;
import smartcity.weather.field.Weather;

/// The instruments of a station: they measure the weather with small errors and in a limited resolution.
///
/// All values of a reading agree with each other, because derived values are computed from the measured ones.
final class StationInstruments {
    /// Standard error of the thermometer [K]; chosen.
    private static final double THERMOMETER = 0.05;

    /// Standard error of the barometer [hPa]; chosen.
    private static final double BAROMETER = 0.05;

    /// Standard deviation of each wind component within a minute's mean, as a share of the speed; chosen.
    private static final double GUSTINESS = 0.04;

    private StationInstruments() {}

    /// Measures the weather.
    static Reading read(Weather weather, RandomGenerator random) {
        AirState air = weather.air().warmerBy(THERMOMETER * random.nextGaussian());
        double gust = GUSTINESS * weather.wind().speedKmh();
        MeanWind wind = new MeanWind(
                weather.wind().eastKmh() + gust * random.nextGaussian(),
                weather.wind().northKmh() + gust * random.nextGaussian());
        double temperature = rounded(air.temperatureCelsius(), 10);
        double humidity = rounded(air.humidityPercent(), 10);
        double speed = rounded(wind.speedKmh(), 10);
        double rate = rounded(weather.precipitation().mmPerHour(), 100);
        PrecipitationForm form = PrecipitationForm.in(
                temperature, humidity, weather.precipitation().warmAloft());
        boolean fine = weather.precipitation().fine();
        AtmosphericConditions measured = new AtmosphericConditions(
                temperature,
                rate,
                speed,
                rounded(wind.fromDegrees(), 10) % 360,
                humidity,
                rounded(Visibility.metres(humidity, speed, rate, form, fine), 0.1),
                rounded(air.pressureHectopascal() + BAROMETER * random.nextGaussian(), 10));
        return new Reading(measured, PresentWeather.code(measured, form, weather));
    }

    private static double rounded(double value, double perUnit) {
        return Math.round(value * perUnit) / perUnit;
    }

    /// The result of one measurement.
    ///
    /// @param measured the instruments' values
    /// @param code the weather in one word
    record Reading(AtmosphericConditions measured, WeatherCode code) {}
}
