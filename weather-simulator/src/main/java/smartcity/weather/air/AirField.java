package smartcity.weather.air;

import java.time.Instant;
import smartcity.demand.TrafficDemand;
import smartcity.weather.field.Weather;
import smartcity.weather.field.WeatherField;

/// Pollution beside the road: exhaust and wear of the traffic, diluted by wind, above a background that accumulates
/// below a shallow mixing layer, increases with easterly wind and is washed out by rain.
///
/// It is a box model; emission factors, backgrounds and depths are chosen, of the order of what British roadside
/// stations measure. Safe for use by several threads.
public final class AirField {
    private static final double KMH_PER_METRE_PER_SECOND = 3.6;
    private static final double MICROGRAMS_PER_GRAM = 1e6;

    /// Mixing height of the exhaust when it reaches a station beside the road [m]; chosen.
    private static final double PLUME_DEPTH_METRES = 10;

    /// Mixing by the traffic itself, expressed as wind [m/s]; chosen.
    private static final double WAKE_METRES_PER_SECOND = 0.8;

    /// Share of the nitrogen oxides that is dioxide at the roadside; chosen.
    private static final double NO2_SHARE = 0.3;

    private final WeatherField weatherField;
    private final TrafficDemand demand;

    public AirField(WeatherField weatherField, TrafficDemand demand) {
        this.weatherField = weatherField;
        this.demand = demand;
    }

    /// The means for the indices at an instant: nitrogen dioxide over the last full hour, ozone over the last 8,
    /// particles over the last 24. The value in the middle of an hour is used as its mean.
    PollutantConcentrations means(AirSite site, Instant time) {
        PollutantConcentrations lastHour = inHourBefore(site, time, 0);
        double o3 = 0;
        double pm25 = 0;
        double pm10 = 0;
        for (int hoursAgo = 0; hoursAgo < 24; hoursAgo++) {
            PollutantConcentrations hour = inHourBefore(site, time, hoursAgo);
            o3 += hoursAgo < 8 ? hour.o3() / 8 : 0;
            pm25 += hour.pm25() / 24;
            pm10 += hour.pm10() / 24;
        }
        return new PollutantConcentrations(lastHour.no2(), o3, pm25, pm10);
    }

    /// Concentrations at an instant.
    PollutantConcentrations at(AirSite site, Instant time) {
        Weather weather = weatherField.at(site.location(), time);
        double wind = weather.wind().speedKmh() / KMH_PER_METRE_PER_SECOND;
        double vehiclesPerSecond = 2 * demand.flowPerHour(site.chainageMetres(), time) / 3600;
        // A vehicle that emits one gram per kilometre leaves this concentration at the roadside.
        double perGramPerKm =
                vehiclesPerSecond / 1000 / (PLUME_DEPTH_METRES * (wind + WAKE_METRES_PER_SECOND)) * MICROGRAMS_PER_GRAM;
        double lorries = demand.lorryShare(site.chainageMetres());
        double accumulation = accumulation(weather, wind);
        double no2 = 9 * accumulation + NO2_SHARE * perGramPerKm * mix(lorries, 0.5, 2.0);
        double regional = (5.5 + 6 * easterlyShare(weather)) * accumulation * washout(weather);
        double pm25 = regional + perGramPerKm * mix(lorries, 0.012, 0.07);
        double pm10 = 1.6 * regional + perGramPerKm * mix(lorries, 0.03, 0.15);
        // Fresh exhaust consumes ozone; sunshine makes it.
        double o3 = Math.max(3, 62 + 45 * weather.convection() - 0.8 * no2 - 12 * (accumulation - 1));
        return new PollutantConcentrations(no2, o3, pm25, pm10);
    }

    private PollutantConcentrations inHourBefore(AirSite site, Instant time, int hoursAgo) {
        long hour = Math.floorDiv(time.getEpochSecond(), 3600L) - 1 - hoursAgo;
        return at(site, Instant.ofEpochSecond(hour * 3600 + 1800));
    }

    /// Background near the ground relative to that in a mixing layer of 500 m.
    private static double accumulation(Weather weather, double windMetresPerSecond) {
        double depth = 120 + 1000 * weather.convection() + 70 * windMetresPerSecond;
        return Math.sqrt(500 / depth);
    }

    private static double easterlyShare(Weather weather) {
        return Math.max(0, -weather.wind().eastKmh() / (weather.wind().speedKmh() + 5));
    }

    private static double washout(Weather weather) {
        return 0.6 + 0.4 * Math.exp(-weather.precipitation().mmPerHour() / 2);
    }

    private static double mix(double lorries, double ofLightVehicle, double ofLorry) {
        return (1 - lorries) * ofLightVehicle + lorries * ofLorry;
    }
}
