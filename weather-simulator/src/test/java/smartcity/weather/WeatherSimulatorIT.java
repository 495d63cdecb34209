package smartcity.weather;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import smartcity.emission.EmissionLifecycle;
import smartcity.emission.testkit.CloudEventContext;
import smartcity.emission.testkit.LateBroker;
import smartcity.emission.testkit.RunningSimulator;
import smartcity.emission.testkit.SimulatorTest;
import smartcity.emission.testkit.TopicContract;
import smartcity.event.CityTopic;

/// Ten simulated minutes pass in a second.
@QuarkusTest
@SimulatorTest({"simulation.start=2026-11-23T12:00:00Z", "simulation.factor=600", "emission.cloud-events=true"})
class WeatherSimulatorIT {
    @SuppressWarnings("NullAway.Init") // set by @SimulatorTest
    LateBroker kafka;

    @SuppressWarnings("NullAway.Init") // set by @SimulatorTest
    RunningSimulator simulator;

    @SuppressWarnings("NullAway.Init") // set by Quarkus
    @Inject
    EmissionLifecycle emission;

    @Test
    void waitsForKafkaThenEmitsByTheContractAndCountsWhatItEmitted() throws Exception {
        // given: no broker
        simulator.awaitLiveButNotReady();
        HttpResponse<String> unwritten = simulator.send("PUT", "/simulator/factor", "{\"factor\": 600}");
        assertThat(unwritten.statusCode()).as(unwritten.body()).isEqualTo(503);
        assertThat(unwritten.headers().firstValue("Content-Type")).contains("application/problem+json");

        // when it arrives
        kafka.launch();

        // then
        simulator.awaitReady();
        kafka.awaitRecords(CityTopic.WEATHER, 50);
        assertThat(simulator.emitting()).isTrue();
        emission.end();
        List<ConsumerRecord<String, String>> records = kafka.records(CityTopic.WEATHER);
        assertThat(records).allSatisfy(TopicContract.of(CityTopic.WEATHER)::assertObeyedBy);
        assertThat(records)
                .allSatisfy(record -> CloudEventContext.of(record).assertDescribes(record, "weather-simulator"));
        assertThat(simulator.emitted(CityTopic.WEATHER)).isEqualTo(records.size());
        assertMetricsAgreeWith(records);
    }

    private void assertMetricsAgreeWith(List<ConsumerRecord<String, String>> records) throws Exception {
        double bytes = records.stream()
                .mapToDouble(record -> record.value().getBytes(StandardCharsets.UTF_8).length)
                .sum();
        assertThat(simulator.metric("smartcity_records_total{topic=\"weather_data\"}"))
                .isEqualTo(records.size());
        assertThat(simulator.metric("smartcity_record_bytes_total{topic=\"weather_data\"}"))
                .isEqualTo(bytes);
        assertThat(simulator.metric("smartcity_transactions_total")).isPositive();
        assertThat(simulator.metric("smartcity_refused_commits_total")).isZero();
        assertThat(simulator.metric("smartcity_behind_seconds")).isZero();
        assertThat(simulator.metric("smartcity_commands_received_total")).isZero();
        assertThat(simulator.metric("smartcity_commands_late_total")).isZero();
        assertThat(simulator.metric("smartcity_shards_owned")).isEqualTo(64);
        assertThat(simulator.get("/q/metrics").body()).doesNotContain("smartcity_input");
    }
}
