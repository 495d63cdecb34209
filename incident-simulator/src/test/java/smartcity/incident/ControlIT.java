package smartcity.incident;

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

/// The incidents as their operator sees them.
@QuarkusTest
@QuarkusTestResource(
        value = LateBroker.class,
        restrictToAnnotatedClass = true,
        initArgs = {
            @ResourceArg(name = "simulation.start", value = "2026-11-23T08:00:00Z"),
            @ResourceArg(name = "simulation.factor", value = "60")
        })
class ControlIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @SuppressWarnings("NullAway.Init") // set by its resource
    LateBroker kafka;

    @SuppressWarnings("NullAway.Init") // set by Quarkus
    @TestHTTPResource
    URI address;

    @Test
    void showsIncidentsUntilTheyAreOver() throws Exception {
        // given
        RunningSimulator simulator = new RunningSimulator(address);
        kafka.arrive();

        // when
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(
                                read(simulator.get("/incidents")).path("items").size())
                        .isPositive());
        JsonNode incident = read(simulator.get("/incidents")).at("/items/0");
        HttpResponse<String> alone =
                simulator.get("/incidents/" + incident.path("incidentId").asText());

        // then
        assertThat(incident.path("status").asText()).isEqualTo("Active");
        assertThat(read(alone).path("road").asText())
                .isEqualTo(incident.path("road").asText());
        JsonNode paths = read(simulator.get("/q/openapi?format=json")).path("paths");
        assertThat(paths.fieldNames()).toIterable().contains("/incidents", "/incidents/{id}");
    }

    private static JsonNode read(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body());
    }
}
