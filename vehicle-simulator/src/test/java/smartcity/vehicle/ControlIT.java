package smartcity.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import smartcity.emission.testkit.LateBroker;
import smartcity.emission.testkit.RunningSimulator;

/// The fleet and the cameras as their operator sees them.
@QuarkusTest
@QuarkusTestResource(
        value = LateBroker.class,
        restrictToAnnotatedClass = true,
        initArgs = {
            @ResourceArg(name = "simulation.start", value = "2026-11-23T08:00:00Z"),
            @ResourceArg(name = "simulation.factor", value = "60"),
            @ResourceArg(name = "coupling.inputs", value = "off"),
            @ResourceArg(name = "vehicle.count", value = "20"),
            @ResourceArg(name = "vehicle.interval", value = "PT10S")
        })
class ControlIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @SuppressWarnings("NullAway.Init") // set by its resource
    LateBroker kafka;

    @SuppressWarnings("NullAway.Init") // set by Quarkus
    @TestHTTPResource
    URI address;

    @Test
    void showsVehiclesAndCameras() throws Exception {
        // given
        RunningSimulator simulator = new RunningSimulator(address);
        kafka.arrive();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(read(simulator.get("/vehicles")).path("items").size()).isEqualTo(20);
            assertThat(read(simulator.get("/cameras")).path("items").size()).isEqualTo(78);
        });

        // when
        HttpResponse<String> map = simulator.get("/vehicles?format=geojson&limit=3");
        HttpResponse<String> vehicle = simulator.get("/vehicles/vehicle-000007");
        HttpResponse<String> nowhere = simulator.get("/vehicles?bbox=10,10,11,11");

        // then
        assertThat(read(map).path("type").asText()).isEqualTo("FeatureCollection");
        assertThat(read(map).path("next").asText()).isEqualTo("vehicle-000002");
        assertThat(read(vehicle).path("speed").isNumber()).isTrue();
        assertThat(read(nowhere).path("items").size()).isZero();
        String camera = read(simulator.get("/cameras")).at("/items/0/cameraId").asText();
        assertThat(read(simulator.get("/cameras/" + camera)).path("snapshot").binaryValue())
                .startsWith(0x89, 'P', 'N', 'G');
        JsonNode paths = read(simulator.get("/q/openapi?format=json")).path("paths");
        assertThat(paths.fieldNames())
                .toIterable()
                .contains("/vehicles", "/vehicles/{id}", "/cameras", "/cameras/{id}", "/simulator/coupling");
    }

    private static JsonNode read(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body());
    }
}
