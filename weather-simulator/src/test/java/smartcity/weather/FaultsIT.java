package smartcity.weather;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import smartcity.emission.EmissionLifecycle;
import smartcity.emission.testkit.LateBroker;
import smartcity.emission.testkit.RunningSimulator;
import smartcity.event.CityTopic;

/// Faults between the stations and the topic.
@QuarkusTest
@QuarkusTestResource(
        value = LateBroker.class,
        restrictToAnnotatedClass = true,
        initArgs = {
            @ResourceArg(name = "simulation.start", value = "2026-11-23T12:00:00Z"),
            @ResourceArg(name = "simulation.factor", value = "600"),
            @ResourceArg(name = "fault.late", value = "0.2"),
            @ResourceArg(name = "fault.malformed", value = "0.2"),
            @ResourceArg(name = "fault.dropped", value = "0.2")
        })
class FaultsIT {
    @SuppressWarnings("NullAway.Init") // set by its resource
    LateBroker kafka;

    @SuppressWarnings("NullAway.Init") // set by Quarkus
    @TestHTTPResource
    URI address;

    @SuppressWarnings("NullAway.Init") // set by Quarkus
    @Inject
    EmissionLifecycle emission;

    @Test
    void marksItsFaultsInHeadersAndMetrics() throws Exception {
        // given
        RunningSimulator simulator = new RunningSimulator(address);
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
