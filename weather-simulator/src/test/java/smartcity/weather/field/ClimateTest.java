package smartcity.weather.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClimateTest {
    /// Averages of Oxford's months, half of maximum + minimum and of maximum - minimum; in their middles, which are
    /// a twelfth of the year apart.
    @ParameterizedTest
    @CsvSource({
        "2026-01-15T00:00:00Z, 5, 3",
        "2026-02-14T10:00:00Z, 5, 3",
        "2026-04-16T06:00:00Z, 9.5, 4.5",
        "2026-07-16T12:00:00Z, 18, 5",
        "2026-10-15T18:00:00Z, 11.5, 3.5",
        "2026-12-15T14:00:00Z, 5, 3"
    })
    void hasTheMeansOfOxfordInTheMiddleOfAMonth(Instant time, double mean, double halfRange) {
        Climate climate = Climate.at(time);

        assertThat(climate.meanCelsius()).isCloseTo(mean, within(0.01));
        assertThat(climate.halfRangeKelvin()).isCloseTo(halfRange, within(0.01));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-15T00:00:00Z, 0",
        "2026-04-16T06:00:00Z, 0.5",
        "2026-07-16T12:00:00Z, 1",
        "2026-10-15T18:00:00Z, 0.5"
    })
    void countsTheSeasonFromMidJanuaryToMidJuly(Instant time, double summer) {
        assertThat(Climate.at(time).summer()).isCloseTo(summer, within(1e-3));
    }

    @Test
    void isWarmestInTheAfternoonAndColdestBeforeDawn() {
        Instant midnight = Instant.parse("2026-07-16T00:00:00Z");

        List<Climate> day = IntStream.range(0, 24 * 60)
                .mapToObj(minute -> Climate.at(midnight.plusSeconds(60L * minute)))
                .toList();
        Climate warmest = Collections.max(day, Comparator.comparingDouble(Climate::warmth));
        Climate coldest = Collections.min(day, Comparator.comparingDouble(Climate::warmth));

        assertThat(day.indexOf(warmest) / 60.0).isCloseTo(14.7, within(0.1));
        assertThat(warmest.warmth()).isCloseTo(1, within(1e-4));
        assertThat(day.indexOf(coldest) / 60.0).isBetween(0.0, 6.0);
    }
}
