package smartcity.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smartcity.emission.testkit.LateBroker;
import smartcity.emission.testkit.RunningSimulator;
import smartcity.emission.testkit.SimulatorTest;
import smartcity.event.CityTopic;

/// The HTTP interface to the fleet and the cameras.
@QuarkusTest
@SimulatorTest({
    "simulation.start=2026-11-23T08:00:00Z",
    "simulation.factor=60",
    "coupling.inputs=off",
    "vehicle.count=20",
    "vehicle.interval=PT10S"
})
class VehicleControlIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @SuppressWarnings("NullAway.Init") // set by @SimulatorTest
    LateBroker kafka;

    @SuppressWarnings("NullAway.Init") // set by @SimulatorTest
    RunningSimulator simulator;

    @Test
    void showsAPageOfTheVehiclesAsGeoJson() throws Exception {
        // given
        awaitAllDevices();

        // when
        HttpResponse<String> map = simulator.get("/vehicles?format=geojson&limit=3");

        // then
        assertThat(read(map).path("type").asText()).isEqualTo("FeatureCollection");
        assertThat(read(map).path("next").asText()).isEqualTo("vehicle-000002");
    }

    @Test
    void showsAVehicleByItsId() throws Exception {
        // given
        awaitAllDevices();

        // when
        HttpResponse<String> vehicle = simulator.get("/vehicles/vehicle-000007");

        // then
        assertThat(read(vehicle).path("speed").isNumber()).isTrue();
    }

    @Test
    void showsNoVehiclesOfAnAreaWithoutAny() throws Exception {
        // given
        awaitAllDevices();

        // when
        HttpResponse<String> nowhere = simulator.get("/vehicles?bbox=10,10,11,11");

        // then
        assertThat(read(nowhere).path("items").size()).isZero();
    }

    @Test
    void showsACameraWithItsSnapshot() throws Exception {
        // given
        awaitAllDevices();
        String camera = read(simulator.get("/cameras")).at("/items/0/cameraId").asText();

        // when
        HttpResponse<String> shown = simulator.get("/cameras/" + camera);

        // then
        assertThat(read(shown).path("snapshot").binaryValue()).startsWith(0x89, 'P', 'N', 'G');
    }

    private void awaitAllDevices() {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(read(simulator.get("/vehicles")).path("items").size()).isEqualTo(20);
            assertThat(read(simulator.get("/cameras")).path("items").size()).isEqualTo(78);
        });
    }

    @Test
    void describesItsPathsInOpenApi() throws Exception {
        // when
        JsonNode paths = read(simulator.get("/q/openapi?format=json")).path("paths");

        // then
        assertThat(paths.fieldNames())
                .toIterable()
                .contains("/vehicles", "/vehicles/{id}", "/cameras", "/cameras/{id}", "/simulator/coupling");
    }

    @Test
    void letsVehiclesAndCamerasReportMoreOftenOnCommand() throws Exception {
        // given
        simulator.awaitReady();

        // when
        HttpResponse<String> vehicles = simulator.send("PUT", "/vehicles/interval", "{\"interval\": \"PT1S\"}");
        HttpResponse<String> cameras = simulator.send("PUT", "/cameras/interval", "{\"interval\": \"PT10S\"}");
        HttpResponse<String> refused = simulator.send("PUT", "/vehicles/interval", "{\"interval\": \"PT0.01S\"}");

        // then
        assertThat(vehicles.statusCode()).as(vehicles.body()).isEqualTo(200);
        assertThat(cameras.statusCode()).as(cameras.body()).isEqualTo(200);
        assertThat(read(refused).path("rule").asText()).isEqualTo("must be a duration within [PT0.1S, PT1H]");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(lastGapMillis(CityTopic.VEHICLE)).isEqualTo(1_000);
            assertThat(lastGapMillis(CityTopic.TRAFFIC)).isLessThan(10_000);
        });
    }

    /// 20 vehicles with two records each per 0.6 s of simulated time emit 4,000 records in 60 s, which take a real
    /// second.
    @Test
    void letsTheFleetEmitAtARateOnCommand() throws Exception {
        // given
        simulator.awaitReady();

        // when
        HttpResponse<String> accepted = simulator.send("PUT", "/vehicles/rate", "{\"rate\": 4000}");
        HttpResponse<String> tooMuch = simulator.send("PUT", "/vehicles/rate", "{\"rate\": 24001}");
        HttpResponse<String> misspelt = simulator.send("PUT", "/vehicles/rate", "{\"rate\": 400, \"per\": \"s\"}");

        // then
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(200);
        assertThat(tooMuch.statusCode()).isEqualTo(400);
        assertThat(read(tooMuch).path("field").asText()).isEqualTo("rate");
        assertThat(read(tooMuch).path("rule").asText()).isEqualTo("must be a whole number within [1, 24000]");
        assertThat(misspelt.statusCode()).isEqualTo(400);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(lastGapMillis(CityTopic.VEHICLE)).isEqualTo(600));
    }

    /// Between the last two records of the last device in a topic.
    private long lastGapMillis(CityTopic topic) {
        List<ConsumerRecord<String, String>> records = kafka.records(topic);
        String device = records.getLast().key();
        List<Long> instants = records.stream()
                .filter(record -> record.key().equals(device))
                .map(ConsumerRecord::timestamp)
                .toList();
        return instants.getLast() - instants.get(instants.size() - 2);
    }

    @BeforeEach
    void startTheBroker() {
        kafka.launchOnce();
    }

    private static JsonNode read(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body());
    }
}
