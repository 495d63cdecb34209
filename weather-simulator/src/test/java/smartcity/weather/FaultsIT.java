package smartcity.weather;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import smartcity.emission.EmissionLifecycle;
import smartcity.emission.testkit.LateBroker;
import smartcity.emission.testkit.RunningSimulator;
import smartcity.emission.testkit.SimulatorTest;
import smartcity.event.CityTopic;

/// Faults between the stations and the topic.
@QuarkusTest
@SimulatorTest({
    "simulation.start=2026-11-23T12:00:00Z",
    "simulation.factor=600",
    "fault.late=0.2",
    "fault.malformed=0.2",
    "fault.dropped=0.2"
})
class FaultsIT {
    @SuppressWarnings("NullAway.Init") // set by @SimulatorTest
    LateBroker kafka;

    @SuppressWarnings("NullAway.Init") // set by @SimulatorTest
    RunningSimulator simulator;

    @SuppressWarnings("NullAway.Init") // set by Quarkus
    @Inject
    EmissionLifecycle emission;

    @Test
    void marksItsFaultsInHeadersAndMetrics() throws Exception {
        // given
        kafka.launch();
        kafka.awaitRecords(CityTopic.WEATHER, 300);

        // when
        emission.end();

        // then
        List<ConsumerRecord<String, String>> records = kafka.records(CityTopic.WEATHER);
        assertThat(simulator.emitted(CityTopic.WEATHER)).isEqualTo(records.size());
        for (String kind : List.of("late", "malformed")) {
            assertThat(simulator.counted("smartcity_faults_total", "kind=\"%s\"".formatted(kind)))
                    .as(kind)
                    .isGreaterThan(30)
                    .isEqualTo(markedWith(kind, records));
        }
        assertThat(simulator.counted("smartcity_faults_total", "kind=\"dropped\""))
                .isGreaterThan(30);
        assertThat(simulator.counted("smartcity_faults_total", "kind=\"burst\""))
                .isZero();
    }

    private static long markedWith(String kind, List<ConsumerRecord<String, String>> records) {
        return records.stream()
                .flatMap(record -> StreamSupport.stream(
                        record.headers().headers("smartcity-fault").spliterator(), false))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8))
                .filter(text -> text.contains(kind + ";"))
                .count();
    }
}
