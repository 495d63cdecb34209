package smartcity.weather.air;

import java.time.Instant;

/// The air quality at one site, which changes on the hour. Not safe for use by several threads.
public final class AirQuality {
    private static final long SECONDS_PER_HOUR = 3600;

    private final AirField field;
    private final AirSite site;

    // The latest result, because a day's means cost more than the rest of an observation.
    private long hour = Long.MIN_VALUE;
    private Indices indices = new Indices(0, 1);

    public AirQuality(AirField field, AirSite site) {
        this.field = field;
        this.site = site;
    }

    /// The indices published at an instant, from means that end with the last full hour.
    public Indices at(Instant time) {
        long now = Math.floorDiv(time.getEpochSecond(), SECONDS_PER_HOUR);
        if (now != hour) {
            PollutantConcentrations means = field.means(site, time);
            indices = new Indices(UsAirQualityIndex.of(means), UkAirQualityIndex.of(means));
            hour = now;
        }
        return indices;
    }

    /// The two indices of air quality.
    ///
    /// @param us US Air Quality Index, 0 to 500
    /// @param uk UK Daily Air Quality Index, 1 to 10
    public record Indices(int us, int uk) {}
}
