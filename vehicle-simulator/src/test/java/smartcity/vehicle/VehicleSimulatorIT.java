package smartcity.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import smartcity.emission.EmissionLifecycle;
import smartcity.emission.testkit.LateBroker;
import smartcity.emission.testkit.RunningSimulator;
import smartcity.emission.testkit.SimulatorTest;
import smartcity.emission.testkit.TopicContract;
import smartcity.event.CityTopic;

/// A simulated minute takes five seconds, at the morning peak.
@QuarkusTest
@SimulatorTest({
    "simulation.start=2026-11-23T08:00:00Z",
    "simulation.factor=12",
    "vehicle.count=60",
    "coupling.inputs=off"
})
class VehicleSimulatorIT {
    @SuppressWarnings("NullAway.Init") // set by @SimulatorTest
    LateBroker kafka;

    @SuppressWarnings("NullAway.Init") // set by @SimulatorTest
    RunningSimulator simulator;

    @SuppressWarnings("NullAway.Init") // set by Quarkus
    @Inject
    EmissionLifecycle emission;

    @Test
    void waitsForKafkaThenEmitsRecordsThatObeyTheContractAgreeAndAreCounted() throws Exception {
        // given: no broker
        simulator.awaitLiveButNotReady();

        // when it arrives
        kafka.launch();

        // then, after a simulated minute
        simulator.awaitReady();
        kafka.awaitRecords(CityTopic.TRAFFIC, 78);
        kafka.awaitRecords(CityTopic.GPS, 60 * 60 * 9 / 10);
        assertThat(simulator.emitting()).isTrue();
        emission.end();
        assertValidAndCounted(CityTopic.TRAFFIC, kafka.records(CityTopic.TRAFFIC), simulator);
        List<ConsumerRecord<String, String>> vehicles = kafka.records(CityTopic.VEHICLE);
        assertValidAndCounted(CityTopic.VEHICLE, vehicles, simulator);
        List<ConsumerRecord<String, String>> fixes = kafka.records(CityTopic.GPS);
        assertValidAndCounted(CityTopic.GPS, fixes, simulator);
        assertPairsAgree(vehicles, fixes);
    }

    private static void assertValidAndCounted(
            CityTopic topic, List<ConsumerRecord<String, String>> records, RunningSimulator simulator)
            throws Exception {
        assertThat(records).allSatisfy(TopicContract.of(topic)::assertObeyedBy);
        assertThat(simulator.emitted(topic)).isEqualTo(records.size());
    }

    /// 60 m exceeds any likely error of receivers with an accuracy of some metres.
    private static void assertPairsAgree(
            List<ConsumerRecord<String, String>> vehicles, List<ConsumerRecord<String, String>> fixes)
            throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        Map<String, JsonNode> fixOf = new HashMap<>();
        for (ConsumerRecord<String, String> record : fixes) {
            JsonNode fix = json.readTree(record.value());
            fixOf.put(fix.path("deviceId").asText() + fix.path("timestamp").asText(), fix);
        }
        int pairs = 0;
        for (ConsumerRecord<String, String> record : vehicles) {
            JsonNode vehicle = json.readTree(record.value());
            JsonNode fix = fixOf.get(vehicle.path("deviceId").asText()
                    + vehicle.path("timestamp").asText());
            if (fix != null) {
                pairs++;
                assertThat(fix.path("speed").asDouble())
                        .as(record.value())
                        .isCloseTo(vehicle.path("speed").asDouble(), within(3.0));
                assertThat(fix.at("/location/latitude").asDouble())
                        .as(record.value())
                        .isCloseTo(vehicle.at("/location/latitude").asDouble(), within(60 / 111_000.0));
                assertThat(fix.path("vehicleType")).as(record.value()).isEqualTo(vehicle.path("vehicleType"));
            }
        }
        assertThat(pairs).isGreaterThan(vehicles.size() * 9 / 10);
    }
}
