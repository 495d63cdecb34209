package smartcity.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smartcity.emission.testkit.LateBroker;
import smartcity.emission.testkit.RunningSimulator;
import smartcity.emission.testkit.SimulatorTest;
import smartcity.event.CityTopic;

/// The HTTP interface to the incidents.
@QuarkusTest
@SimulatorTest({"simulation.start=2026-11-23T08:00:00Z", "simulation.factor=60"})
class IncidentControlIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @SuppressWarnings("NullAway.Init") // set by @SimulatorTest
    LateBroker kafka;

    @SuppressWarnings("NullAway.Init") // set by @SimulatorTest
    RunningSimulator simulator;

    @Test
    void showsIncidentsUntilTheyAreOver() throws Exception {
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

    @Test
    void raisesAndResolvesAnIncidentOnCommand() throws Exception {
        // given
        simulator.awaitReady();

        // when
        HttpResponse<String> raised = simulator.send("POST", "/incidents", """
                {"type": "Fire", "km": 80.5, "carriageway": "northbound", "lanesClosed": 2, "duration": "PT2H"}
                """);

        // then
        assertThat(raised.statusCode()).as(raised.body()).isEqualTo(200);
        String incident = read(raised).path("incidentId").asText();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode shown = read(simulator.get("/incidents/" + incident));
            assertThat(shown.path("lanesClosed").asInt()).isEqualTo(2);
            assertThat(shown.path("type").asText()).isEqualTo("Fire");
        });

        // when
        HttpResponse<String> resolved = simulator.send("DELETE", "/incidents/" + incident, "");

        // then
        assertThat(resolved.statusCode()).as(resolved.body()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(simulator.get("/incidents/" + incident).statusCode())
                                .isEqualTo(404));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(statusesOf(incident))
                        .startsWith("Active")
                        .endsWith("Resolved")
                        .containsOnlyOnce("Resolved"));
        assertThat(simulator.send("DELETE", "/incidents/" + incident, "").statusCode())
                .isEqualTo(404);
    }

    private List<String> statusesOf(String incident) throws Exception {
        List<String> statuses = new ArrayList<>();
        for (ConsumerRecord<String, String> record : kafka.records(CityTopic.EMERGENCY)) {
            JsonNode report = JSON.readTree(record.value());
            if (report.path("incidentId").asText().equals(incident)) {
                statuses.add(report.path("status").asText());
            }
        }
        return statuses;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | body",
                "{\"km\":1} | type",
                "{\"type\":\"Flood\"} | type",
                "{\"type\":\"Fire\",\"km\":-1,\"carriageway\":\"northbound\",\"lanesClosed\":0} | km",
                "{\"type\":\"Fire\",\"carriageway\":\"northbound\",\"lanesClosed\":0} | km",
                "{\"type\":\"Fire\",\"latitude\":48,\"longitude\":2,\"carriageway\":\"northbound\",\"lanesClosed\":0} | latitude",
                "{\"type\":\"Fire\",\"km\":80.5,\"carriageway\":\"up\"} | carriageway",
                "{\"type\":\"Fire\",\"km\":80.5,\"carriageway\":\"northbound\",\"lanesClosed\":9} | lanesClosed",
                "{\"type\":\"Fire\",\"km\":80.5,\"carriageway\":\"northbound\",\"lanesClosed\":1,\"duration\":\"1h\"} | duration",
                "{\"type\":\"Fire\",\"km\":80.5,\"carriageway\":\"northbound\",\"lanesClosed\":1,\"x\":1} | x"
            })
    void namesTheFieldThatBreaksARule(String body, String field) throws Exception {
        HttpResponse<String> answer = simulator.send("POST", "/incidents", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(read(answer).path("field").asText()).isEqualTo(field);
        assertThat(read(answer).path("rule").asText()).startsWith("must ");
        assertThat(read(answer).has("value")).isTrue();
    }

    @BeforeEach
    void startTheBroker() {
        kafka.launchOnce();
    }

    private static JsonNode read(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body());
    }
}
