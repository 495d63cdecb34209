package smartcity.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import smartcity.emission.testkit.LateBroker;
import smartcity.emission.testkit.RunningSimulator;
import smartcity.emission.testkit.SimulatorTest;
import smartcity.event.CityTopic;

/// A backfill of a day of weather.
@QuarkusTest
@SimulatorTest({"simulation.start=2026-11-01T00:00:00Z", "simulation.until=2026-11-02T00:00:00Z"})
class WeatherBackfillIT {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    @SuppressWarnings("NullAway.Init") // set by @SimulatorTest
    LateBroker kafka;

    @SuppressWarnings("NullAway.Init") // set by @SimulatorTest
    RunningSimulator simulator;

    @Test
    void refusesAChangeAsConflict() throws Exception {
        HttpResponse<String> refused = simulator.send("PUT", "/simulator/factor", "{\"factor\": 2}");

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(refused.body()).contains("A backfill runs");
    }

    @Test
    void emitsEachMinuteOfThePeriodOnceAndInOrderAndThenEnds() {
        // when
        kafka.launch();

        // then
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(simulator.emitted(CityTopic.WEATHER)).isPositive();
            assertThat(simulator.emitting()).isFalse();
        });
        List<Long> minutes = IntStream.range(0, 24 * 60)
                .mapToObj(minute -> START.plus(Duration.ofMinutes(minute)).toEpochMilli() / 60_000)
                .toList();
        Map<String, List<Long>> instants = kafka.records(CityTopic.WEATHER).stream()
                .collect(Collectors.groupingBy(
                        ConsumerRecord::key,
                        Collectors.mapping(record -> record.timestamp() / 60_000, Collectors.toList())));
        assertThat(instants)
                .hasSizeGreaterThan(10)
                .allSatisfy(
                        (station, reported) -> assertThat(reported).as(station).isEqualTo(minutes));
    }
}
