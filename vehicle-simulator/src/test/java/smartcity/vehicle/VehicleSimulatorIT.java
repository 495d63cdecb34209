package smartcity.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import smartcity.event.Topic;

@QuarkusTest
@QuarkusTestResource(RunningKafka.class)
class VehicleSimulatorIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init") // set by its resource
    RunningKafka kafka;

    @SuppressWarnings("NullAway.Init") // set by Quarkus
    @TestHTTPResource
    URI service;

    @Test
    void emitsRecordsThatObeyTheContractAndAgree() throws Exception {
        // given the service has started

        // when a minute of the city has passed
        List<ConsumerRecord<String, String>> records = recordsOfAMinute();

        // then
        for (Topic topic : List.of(Topic.VEHICLE, Topic.GPS, Topic.TRAFFIC)) {
            JsonSchema schema = schemaOf(topic);
            assertThat(of(topic, records)).allSatisfy(record -> assertObeysTheContract(record, schema));
        }
        assertPairsAgree(of(Topic.VEHICLE, records), of(Topic.GPS, records));
        HttpResponse<String> status = http.send(
                HttpRequest.newBuilder(service.resolve("/simulator/status")).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(status.body()).contains("\"emitting\":true");
    }

    private static void assertObeysTheContract(ConsumerRecord<String, String> record, JsonSchema schema)
            throws JsonProcessingException {
        JsonNode value = JSON.readTree(record.value());
        assertThat(record.key()).isEqualTo(value.path("deviceId").asText());
        assertThat(record.timestamp())
                .isEqualTo(Instant.parse(value.path("timestamp").asText()).toEpochMilli());
        assertThat(schema.validate(
                        record.value(),
                        InputFormat.JSON,
                        run -> run.getExecutionConfig().setFormatAssertionsEnabled(true)))
                .isEmpty();
    }

    /// 60 m is beyond any error the receivers' accuracy of some metres makes likely.
    private static void assertPairsAgree(
            List<ConsumerRecord<String, String>> vehicles, List<ConsumerRecord<String, String>> fixes)
            throws JsonProcessingException {
        Map<String, JsonNode> fixOf = new HashMap<>();
        for (ConsumerRecord<String, String> record : fixes) {
            JsonNode fix = JSON.readTree(record.value());
            fixOf.put(fix.path("deviceId").asText() + fix.path("timestamp").asText(), fix);
        }
        int pairs = 0;
        for (ConsumerRecord<String, String> record : vehicles) {
            JsonNode vehicle = JSON.readTree(record.value());
            JsonNode fix = fixOf.get(vehicle.path("deviceId").asText()
                    + vehicle.path("timestamp").asText());
            if (fix != null) {
                pairs++;
                assertThat(fix.path("speed").asDouble())
                        .isCloseTo(vehicle.path("speed").asDouble(), within(3.0));
                assertThat(fix.at("/location/latitude").asDouble())
                        .isCloseTo(vehicle.at("/location/latitude").asDouble(), within(60 / 111_000.0));
                assertThat(fix.path("vehicleType")).isEqualTo(vehicle.path("vehicleType"));
            }
        }
        assertThat(pairs).isGreaterThan(vehicles.size() * 9 / 10);
    }

    private static List<ConsumerRecord<String, String>> of(Topic topic, List<ConsumerRecord<String, String>> records) {
        return records.stream()
                .filter(record -> record.topic().equals(topic.defaultName()))
                .toList();
    }

    private List<ConsumerRecord<String, String>> recordsOfAMinute() {
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka.bootstrap(), "group.id", "reader", "auto.offset.reset", "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() ->
                            assertThat(consumer.listTopics()).containsKeys("vehicle_data", "gps_data", "traffic_data"));
            consumer.subscribe(List.of("vehicle_data", "gps_data", "traffic_data"));
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                assertThat(of(Topic.TRAFFIC, records)).hasSizeGreaterThanOrEqualTo(78);
                assertThat(of(Topic.GPS, records)).hasSizeGreaterThanOrEqualTo(60 * 60);
            });
        }
        return records;
    }

    private static JsonSchema schemaOf(Topic topic) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(VehicleSimulatorIT.class.getResourceAsStream("/" + topic.schemaResource()));
    }
}
