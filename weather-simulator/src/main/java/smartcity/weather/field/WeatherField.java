package smartcity.weather.field;

import java.time.Instant;
import smartcity.chance.Seed;
import smartcity.event.Location;

/// The weather over the corridor: a pure function of seed, place and instant, continuous in both.
///
/// The systems determine pressure, air mass, moisture and fronts; everything else follows from them, the date and
/// the hour. The strengths of these relations are chosen so that averages are close to those of southern England.
/// Safe for use by several threads.
public final class WeatherField {
    private static final double MILLIS_PER_HOUR = 3.6e6;

    /// Half of the temperature difference between the air masses [K]; chosen.
    private static final double AIR_MASS_KELVIN = 2.2;

    /// Standard deviation of warm and cold spells [K]; chosen.
    private static final double SPELL_KELVIN = 2.0;

    /// Share of the cooling below the dew point that remains when dew or fog form; chosen.
    private static final double COOLING_BELOW_DEW_POINT = 0.25;

    private final WeatherSystems systems;
    private final ShowerCells showers;
    private final PressureWind wind;

    public WeatherField(Seed seed) {
        systems = new WeatherSystems(seed.of("systems"));
        showers = new ShowerCells(seed.of("showers"));
        wind = new PressureWind(systems);
    }

    /// The weather at a place within some hundred kilometres of the corridor.
    public Weather at(Location location, Instant time) {
        PlanePoint place = PlanePoint.of(location);
        double hours = time.toEpochMilli() / MILLIS_PER_HOUR;
        Climate climate = Climate.at(time);
        WeatherSystems.Synopsis synopsis = systems.at(place, hours);
        double cloud = logistic(1.0 + 2.2 * synopsis.moisture() + 3 * synopsis.front() - 0.9 * synopsis.high());
        double convection = Math.max(0, climate.warmth()) * (0.25 + 0.75 * climate.summer()) * (1 - 0.7 * cloud);
        double steady = steady(synopsis);
        double shower = showers.rate(place, hours, convection, synopsis.airMass() + 0.7 * synopsis.high());
        boolean fine = steady < 1 && synopsis.airMass() > 0.3 && synopsis.front() < 0.4;
        Precipitation precipitation = new Precipitation(steady, shower, fine, synopsis.airMassAloft() > 0.5);
        double pressure = systems.pressure(place, hours, climate.summer());
        AirState air = air(climate, synopsis, cloud, precipitation, pressure);
        return new Weather(air, wind.at(place, hours, climate), precipitation, cloud, convection);
    }

    /// Rate from layered cloud [mm/h]: where moist air rises, at fronts and in lows.
    private static double steady(WeatherSystems.Synopsis synopsis) {
        double lift = 0.55 * synopsis.moisture() + 1.1 * synopsis.front() - 0.45 * synopsis.high() - 1.05;
        return lift <= 0 ? 0 : 1.7 * Math.pow(lift, 1.5);
    }

    private static AirState air(
            Climate climate,
            WeatherSystems.Synopsis synopsis,
            double cloud,
            Precipitation precipitation,
            double pressure) {
        double mean = climate.meanCelsius() + SPELL_KELVIN * synopsis.spell() + AIR_MASS_KELVIN * synopsis.airMass();
        double day = climate.halfRangeKelvin() * (1.5 - 0.9 * cloud) * climate.warmth();
        double dry = mean + day - 2 * saturation(precipitation.showerMmPerHour(), 10);
        double dryness = Math.exp(-0.5 * synopsis.moisture() - 0.7 * synopsis.front());
        double dewPoint = mean - (1.15 * climate.halfRangeKelvin() - 1) * dryness;
        double temperature = dry >= dewPoint ? dry : dewPoint + COOLING_BELOW_DEW_POINT * (dry - dewPoint);
        double deficit = Math.max(0, temperature - dewPoint);
        // Showers pass too quickly to saturate the air as steady rain does.
        double remaining = (1 - 0.85 * saturation(precipitation.steadyMmPerHour(), 0.6))
                * (1 - 0.5 * saturation(precipitation.showerMmPerHour(), 8));
        return new AirState(temperature, temperature - deficit * remaining, pressure);
    }

    /// Effect of a rate of precipitation, 0 to 1; two thirds of the full effect at the given rate.
    private static double saturation(double mmPerHour, double twoThirdsMmPerHour) {
        return 1 - Math.exp(-mmPerHour / twoThirdsMmPerHour);
    }

    private static double logistic(double value) {
        return 1 / (1 + Math.exp(-value));
    }
}
