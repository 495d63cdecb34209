package smartcity.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import smartcity.emission.EmissionLifecycle;
import smartcity.emission.testkit.LateBroker;
import smartcity.emission.testkit.RunningSimulator;
import smartcity.emission.testkit.SimulatorTest;
import smartcity.event.AtmosphericConditions;
import smartcity.event.Carriageway;
import smartcity.event.CityTopic;
import smartcity.event.EmergencyReport;
import smartcity.event.EmergencyType;
import smartcity.event.Event;
import smartcity.event.EventJson;
import smartcity.event.IncidentStatus;
import smartcity.event.Location;
import smartcity.event.Severity;
import smartcity.event.WeatherCode;
import smartcity.event.WeatherObservation;
import smartcity.identity.SimulationIdentity;
import smartcity.road.Road;

/// An incident in the topic, in a backfill of the morning peak: it starts at a fixed instant however long the start-up
/// takes, and it is as fast as the machine.
@QuarkusTest
@SimulatorTest({
    "simulation.start=2026-11-23T08:00:00Z",
    "simulation.until=2026-11-23T08:24:00Z",
    "vehicle.count=20",
    "vehicle.interval=PT10S"
})
class CouplingIT {
    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant CLOSED = START.plus(Duration.ofMinutes(5));
    private static final Road ROAD = Road.londonToBirmingham();

    /// South of J10, where the M40 has three lanes; a camera is less than 4 km upstream.
    private static final double PLACE = ROAD.junction("M40", "J10").chainageMetres() - 2_000;

    @SuppressWarnings("NullAway.Init") // set by @SimulatorTest
    LateBroker kafka;

    @SuppressWarnings("NullAway.Init") // set by @SimulatorTest
    RunningSimulator simulator;

    @SuppressWarnings("NullAway.Init") // set by Quarkus
    @Inject
    EmissionLifecycle emission;

    @SuppressWarnings("NullAway.Init") // set by Quarkus
    @Inject
    SimulationIdentity simulation;

    @Test
    void letsTrafficQueueUpstreamOfAReceivedIncident() throws Exception {
        // given
        kafka.launch();
        produceInputs();

        // when all of the period is emitted
        simulator.awaitReady();
        kafka.awaitRecords(CityTopic.TRAFFIC, 78 * 24);
        emission.end();

        // then
        JsonNode coupling = simulator.coupling();
        assertThat(coupling.path("received").asInt()).isEqualTo(40 + 200);
        assertThat(coupling.path("broken").asInt()).isEqualTo(1);
        assertThat(coupling.path("late").asInt()).isZero();
        assertThat(coupling.path("incompleteMinutes").asInt()).isZero();
        assertThat(simulator.metric("smartcity_input_reports_total")).isEqualTo(40 + 200);
        assertThat(simulator.metric("smartcity_input_incomplete_minutes_total")).isZero();
        assertThat(speeds(Carriageway.NORTHBOUND, CLOSED.minusSeconds(120), CLOSED.plusSeconds(60)))
                .isNotEmpty()
                .allSatisfy(speed -> assertThat(speed).isGreaterThan(60));
        assertThat(speeds(Carriageway.NORTHBOUND, CLOSED.plusSeconds(900), CLOSED.plusSeconds(1080)))
                .isNotEmpty()
                .allSatisfy(speed -> assertThat(speed).isLessThan(30));
        assertThat(speeds(Carriageway.SOUTHBOUND, CLOSED.plusSeconds(900), CLOSED.plusSeconds(1080)))
                .isNotEmpty()
                .allSatisfy(speed -> assertThat(speed).isGreaterThan(60));
    }

    /// Produces an incident that closes all lanes and a fine morning from two stations, and then the progress of
    /// both services, which opens the gate.
    private void produceInputs() {
        EventJson json = new EventJson();
        kafka.produce(CityTopic.EMERGENCY, 3, reports(json));
        kafka.produce(CityTopic.WEATHER, 3, observations(json));
        Instant until = START.plus(Duration.ofMinutes(85));
        kafka.commitProgress("weather-simulator", simulation, until);
        kafka.commitProgress("incident-simulator", simulation, until);
    }

    private static List<ProducerRecord<String, byte[]>> reports(EventJson json) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        records.add(new ProducerRecord<>(
                CityTopic.EMERGENCY.defaultName(), null, CLOSED.toEpochMilli(), "patrol-01", new byte[] {'{'}));
        for (int report = 0; report < 40; report++) {
            records.add(record(json, closure(CLOSED.plus(Duration.ofMinutes(2L * report)))));
        }
        return records;
    }

    private static List<ProducerRecord<String, byte[]>> observations(EventJson json) {
        return IntStream.range(0, 100)
                .mapToObj(minute -> START.plus(Duration.ofMinutes(minute - 10L)))
                .flatMap(time -> Stream.of(
                        record(json, observation("weather-a", 20_000, time)),
                        record(json, observation("weather-b", 150_000, time))))
                .toList();
    }

    private static ProducerRecord<String, byte[]> record(EventJson json, Event event) {
        return new ProducerRecord<>(
                event.topic().defaultName(),
                null,
                event.timestamp().toEpochMilli(),
                event.deviceId(),
                json.encode(event));
    }

    private static WeatherObservation observation(String station, double chainageMetres, Instant time) {
        return new WeatherObservation(
                UUID.randomUUID(),
                station,
                ROAD.locationAt(chainageMetres),
                time,
                WeatherCode.CLEAR,
                new AtmosphericConditions(12, 0, 10, 200, 60, 20_000, 1015),
                20,
                2);
    }

    private static EmergencyReport closure(Instant time) {
        return new EmergencyReport(
                UUID.randomUUID(),
                "patrol-01",
                new UUID(1, 1),
                EmergencyType.ACCIDENT,
                time,
                ROAD.locationAt(PLACE),
                IncidentStatus.ACTIVE,
                "A lorry has overturned.",
                Severity.HIGH,
                3,
                "M40",
                Carriageway.NORTHBOUND);
    }

    /// Mean speeds that the camera upstream of the incident, within its queue, reported in a period.
    private List<Double> speeds(Carriageway carriageway, Instant from, Instant until) {
        ObjectMapper json = new ObjectMapper();
        return kafka.records(CityTopic.TRAFFIC).stream()
                .filter(record ->
                        record.timestamp() >= from.toEpochMilli() && record.timestamp() < until.toEpochMilli())
                .map(record -> read(json, record.value()))
                .filter(report -> report.path("carriageway").asText().equals(carriageway.jsonValue()))
                .filter(report -> {
                    double upstream = PLACE - chainage(report);
                    return upstream > 0 && upstream < 4_000;
                })
                .map(report -> report.path("averageSpeed").asDouble())
                .toList();
    }

    private static double chainage(JsonNode report) {
        return ROAD.chainageNear(new Location(
                report.at("/location/latitude").asDouble(),
                report.at("/location/longitude").asDouble()));
    }

    private static JsonNode read(ObjectMapper json, String value) {
        try {
            return json.readTree(value);
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read " + value, e);
        }
    }
}
