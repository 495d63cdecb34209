package smartcity.weather.station;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smartcity.event.AtmosphericConditions;
import smartcity.event.WeatherCode;
import smartcity.weather.field.AirState;
import smartcity.weather.field.MeanWind;
import smartcity.weather.field.Precipitation;
import smartcity.weather.field.Weather;

class PresentWeatherTest {
    @ParameterizedTest
    @CsvSource({"0.01,61", "2.49,61", "2.5,63", "9.99,63", "10,65"})
    void ratesRain(double rate, int code) {
        assertThat(steady(rate, 8, PrecipitationForm.RAIN, false)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"0.05,51", "0.1,53", "0.49,53", "0.5,55"})
    void ratesDrizzle(double rate, int code) {
        assertThat(steady(rate, 8, PrecipitationForm.RAIN, true)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"0.5,71", "1,73", "4.9,73", "5,75"})
    void ratesSnow(double rate, int code) {
        assertThat(steady(rate, -1, PrecipitationForm.SNOW, false)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"0.5,66,false", "2.5,67,false", "0.05,56,true", "0.1,57,true"})
    void ratesWhatFreezesOnTheGround(double rate, int code, boolean fine) {
        assertThat(steady(rate, -1, PrecipitationForm.FREEZING, fine)).isEqualTo(code);
    }

    @Test
    void callsFrozenDrizzleSnowGrains() {
        assertThat(steady(0.2, -1, PrecipitationForm.SNOW, true)).isEqualTo(77);
    }

    @ParameterizedTest
    @CsvSource({"1,20,80", "2.5,8,81", "30,8,81", "50,8,82", "9.9,20,81", "10,20,95", "25,20,96", "50,20,99", "10,11,81"
    })
    void ratesShowersAndGivesThunderToHeavyOnesInWarmAir(double rate, double temperature, int code) {
        assertThat(shower(rate, temperature, PrecipitationForm.RAIN)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"0.9,85", "1,86"})
    void ratesSnowShowers(double rate, int code) {
        assertThat(shower(rate, 0, PrecipitationForm.SNOW)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0.06,0", "0.07,1", "0.31,1", "0.32,2", "0.81,2", "0.82,3", "1,3"})
    void namesADrySkyByItsClouds(double cover, int code) {
        Weather dry = weather(new Precipitation(0, 0, false, false), cover);

        WeatherCode present = PresentWeather.code(measured(0, 10, 20_000), PrecipitationForm.RAIN, dry);

        assertThat(present.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"999,5,45", "999,0.1,45", "999,0,48", "1000,5,3"})
    void callsDryAirFogBelowOneKilometre(double visibility, double temperature, int code) {
        Weather dry = weather(new Precipitation(0, 0, false, false), 1);

        WeatherCode present = PresentWeather.code(measured(0, temperature, visibility), PrecipitationForm.RAIN, dry);

        assertThat(present.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "-3,90,false,SNOW",
        "0.5,99,false,SNOW",
        "1,99,false,RAIN",
        "2,70,false,SNOW",
        "5,60,false,RAIN",
        "-3,90,true,FREEZING",
        "0,90,true,FREEZING",
        "0.1,90,true,RAIN"
    })
    void theFormFollowsTheAirBelowAndAloft(
            double temperature, double humidity, boolean warmAloft, PrecipitationForm form) {
        assertThat(PrecipitationForm.in(temperature, humidity, warmAloft)).isEqualTo(form);
    }

    private static int steady(double rate, double temperature, PrecipitationForm form, boolean fine) {
        return PresentWeather.code(
                        measured(rate, temperature, 5000), form, weather(new Precipitation(rate, 0, fine, false), 1))
                .code();
    }

    private static int shower(double rate, double temperature, PrecipitationForm form) {
        return PresentWeather.code(
                        measured(rate, temperature, 5000), form, weather(new Precipitation(0, rate, false, false), 1))
                .code();
    }

    private static AtmosphericConditions measured(double rate, double temperature, double visibility) {
        return new AtmosphericConditions(temperature, rate, 10, 225, 95, visibility, 1000);
    }

    private static Weather weather(Precipitation precipitation, double cover) {
        return new Weather(new AirState(8, 7, 1000), new MeanWind(10, 0), precipitation, cover, 0);
    }
}
