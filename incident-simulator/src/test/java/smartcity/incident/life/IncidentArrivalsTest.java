package smartcity.incident.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smartcity.chance.Seed;

class IncidentArrivalsTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T00:00:00Z");
    private static final double METRES_PER_MILE = 1609.344;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void arrivalsOfAMonthMatchTheRateInTheWorstWeather(long seed) {
        double expected = 30 * 20 * (550e-9 + 2.375 * 420e-9) * vehicleMilesPerDay();
        IncidentArrivals arrivals = new IncidentArrivals(new Seed(seed), TestCity.EXPOSURE, 20);

        long begun = count(arrivals, MONDAY, Duration.ofDays(30));

        // A Poisson count is within four standard deviations of its mean in all but 6 of 100,000 cases.
        assertThat((double) begun).isBetween(expected - 4 * Math.sqrt(expected), expected + 4 * Math.sqrt(expected));
    }

    @Test
    void moreBeginInTheRushThanAtNight() {
        IncidentArrivals arrivals = new IncidentArrivals(new Seed(6), TestCity.EXPOSURE, 1000);

        long inTheRush = count(arrivals, MONDAY.plusSeconds(7 * 3600), Duration.ofHours(2));
        long atNight = count(arrivals, MONDAY.plusSeconds(3600), Duration.ofHours(2));

        // The demand's hours 7 and 8 carry 15.8 % of the day, hours 1 and 2 carry 0.9 %.
        assertThat((double) inTheRush / atNight).isBetween(10.0, 25.0);
    }

    @Test
    void countsOfBinsHaveTheVarianceOfAPoissonProcess() {
        IncidentArrivals arrivals = new IncidentArrivals(new Seed(7), TestCity.EXPOSURE, 20);
        long noon = IncidentArrivals.binOf(MONDAY.plusSeconds(12 * 3600));

        double[] counts = LongStream.range(0, 2000)
                .mapToDouble(day -> arrivals.in(noon + 144 * day).size())
                .toArray();

        double mean = Arrays.stream(counts).average().orElseThrow();
        double variance = Arrays.stream(counts)
                .map(count -> (count - mean) * (count - mean))
                .average()
                .orElseThrow();
        assertThat(variance / mean).isBetween(0.87, 1.13);
    }

    @Test
    void allBeginWithinTheirBinInOrderAndInWholeMicroseconds() {
        IncidentArrivals arrivals = new IncidentArrivals(new Seed(8), TestCity.EXPOSURE, 1000);
        long bin = IncidentArrivals.binOf(MONDAY.plusSeconds(8 * 3600));

        List<Instant> begun =
                arrivals.in(bin).stream().map(IncidentArrivals.Arrival::began).toList();

        assertThat(begun)
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(50)
                .allSatisfy(instant -> {
                    assertThat(instant).isBetween(IncidentArrivals.beginOf(bin), IncidentArrivals.beginOf(bin + 1));
                    assertThat(instant.truncatedTo(ChronoUnit.MICROS)).isEqualTo(instant);
                });
    }

    /// From the flows of [TrafficDemand], half hour by half hour and by tenths of a kilometre.
    private static double vehicleMilesPerDay() {
        double sum = 0;
        for (int halfHour = 0; halfHour < 48; halfHour++) {
            Instant middle = MONDAY.plusSeconds(halfHour * 1800 + 900);
            for (double km = 0.05; km * 1000 < TestCity.ROAD.lengthMetres(); km += 0.1) {
                sum += 2 * TestCity.DEMAND.flowPerHour(km * 1000, middle) / 2 * 100 / METRES_PER_MILE;
            }
        }
        return sum;
    }

    private static long count(IncidentArrivals arrivals, Instant from, Duration length) {
        long first = IncidentArrivals.binOf(from);
        long last = IncidentArrivals.binOf(from.plus(length));
        return LongStream.range(first, last).map(bin -> arrivals.in(bin).size()).sum();
    }
}
