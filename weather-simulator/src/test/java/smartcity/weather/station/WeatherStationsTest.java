package smartcity.weather.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smartcity.chance.Seed;
import smartcity.event.WeatherObservation;

class WeatherStationsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant HOUR_LATER = NOON.plus(Duration.ofHours(1));

    @Test
    void everyStationObservesOnceAMinuteAtItsOwnMoment() {
        List<WeatherObservation> hour = TestStations.observations(1, MINUTE, NOON, HOUR_LATER);

        Map<String, List<WeatherObservation>> byStation =
                hour.stream().collect(Collectors.groupingBy(WeatherObservation::deviceId));
        assertThat(byStation).hasSize(20).allSatisfy((station, series) -> {
            assertThat(series).hasSize(60);
            for (int i = 1; i < series.size(); i++) {
                assertThat(Duration.between(
                                series.get(i - 1).timestamp(), series.get(i).timestamp()))
                        .as("%s before observation %s", station, i)
                        .isEqualTo(MINUTE);
            }
        });
    }

    @Test
    void observationsComeInOrderOfTimeAndNotInABurst() {
        List<WeatherObservation> minute = TestStations.observations(1, MINUTE, NOON, NOON.plus(MINUTE));

        assertThat(minute).extracting(WeatherObservation::timestamp).isSorted();
        assertThat(minute.stream()
                        .map(observation -> observation.timestamp().getEpochSecond() / 10)
                        .distinct())
                .hasSizeGreaterThan(4);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aProcessThatStartsLaterContinuesTheSameSeries(long seed) {
        List<WeatherObservation> whole = TestStations.observations(seed, MINUTE, NOON, HOUR_LATER);
        RandomGenerator random = new Seed(seed).generator();

        for (int restart = 0; restart < 20; restart++) {
            Instant from = NOON.plusNanos(random.nextLong(3_600_000_000L) * 1000);

            List<WeatherObservation> rest = TestStations.observations(seed, MINUTE, from, HOUR_LATER);

            assertThat(rest)
                    .as("restart at %s", from)
                    .isEqualTo(whole.stream()
                            .filter(observation -> !observation.timestamp().isBefore(from))
                            .toList());
        }
    }

    @Test
    void aProcessThatStartsAtTheInstantOfAnObservationEmitsIt() {
        List<WeatherObservation> whole = TestStations.observations(1, MINUTE, NOON, HOUR_LATER);
        WeatherObservation some = whole.get(700);

        List<WeatherObservation> rest = TestStations.observations(1, MINUTE, some.timestamp(), HOUR_LATER);

        assertThat(rest).first().isEqualTo(some);
    }

    @Test
    void stationsThatShareAMomentReportTogether() {
        List<StationObserver> twice = List.of(
                TestStations.observers(1).getFirst(), TestStations.observers(1).getFirst());

        WeatherStations stations = new WeatherStations(twice, MINUTE, NOON);
        Instant first = stations.nextDue();

        assertThat(stations.next()).hasSize(2);
        assertThat(stations.nextDue()).isEqualTo(first.plus(MINUTE));
    }

    @Test
    void theIntervalIsASetting() {
        List<WeatherObservation> hour = TestStations.observations(1, Duration.ofMinutes(10), NOON, HOUR_LATER);

        assertThat(hour).hasSize(20 * 6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0.999S", "PT0S", "PT-1M", "PT1H0.001S", "PT1.0001S"})
    void refusesAnIntervalOutOfRange(Duration interval) {
        List<StationObserver> observers = TestStations.observers(1);

        assertThatThrownBy(() -> new WeatherStations(observers, interval, NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("interval must be within [PT1S, PT1H] in whole milliseconds but was " + interval);
    }

    @Test
    void stationsAreAlongTheWholeRoad() {
        List<WeatherStation> stations = TestStations.STATIONS;

        assertThat(stations)
                .extracting(WeatherStation::id)
                .doesNotHaveDuplicates()
                .contains("weather-M40-J9");
        double before = 0;
        for (WeatherStation station : stations) {
            double chainage = station.site().chainageMetres();
            assertThat(chainage - before).as(station.id()).isBetween(0.0, 20_000.0);
            before = chainage;
        }
        assertThat(TestStations.ROAD.lengthMetres() - before).isLessThan(1);
    }
}
