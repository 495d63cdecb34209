package smartcity.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import smartcity.event.Topic;

@QuarkusTest
@QuarkusTestResource(LateKafka.class)
class IncidentSimulatorIT {
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(IncidentSimulatorIT.class.getResourceAsStream("/" + Topic.EMERGENCY.schemaResource()));

    private final HttpClient http = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init") // set by its resource
    LateKafka kafka;

    @SuppressWarnings("NullAway.Init") // set by Quarkus
    @TestHTTPResource
    URI service;

    @Test
    void waitsForKafkaThenEmitsRecordsThatObeyTheContract() throws Exception {
        // given: no broker
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(status("/q/health/ready")).isEqualTo(503));
        assertThat(status("/q/health/live")).isEqualTo(200);

        // when it arrives
        kafka.arrive();

        // then
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(status("/q/health/ready")).isEqualTo(200));
        assertThat(records(50)).hasSizeGreaterThanOrEqualTo(50).allSatisfy(record -> {
            JsonNode value = new ObjectMapper().readTree(record.value());
            assertThat(record.key()).isEqualTo(value.path("deviceId").asText());
            assertThat(record.timestamp())
                    .isEqualTo(Instant.parse(value.path("timestamp").asText()).toEpochMilli());
            assertThat(SCHEMA.validate(
                            record.value(),
                            InputFormat.JSON,
                            run -> run.getExecutionConfig().setFormatAssertionsEnabled(true)))
                    .isEmpty();
        });
        assertThat(get("/simulator/status").body()).contains("\"emitting\":true");
    }

    private List<ConsumerRecord<String, String>> records(int atLeast) {
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka.bootstrap(), "group.id", "reader", "auto.offset.reset", "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("emergency_data"));
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                assertThat(records).hasSizeGreaterThanOrEqualTo(atLeast);
            });
        }
        return records;
    }

    private int status(String path) throws IOException, InterruptedException {
        return get(path).statusCode();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(service.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
