package smartcity.incident;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import smartcity.chance.Seed;
import smartcity.demand.TrafficDemand;
import smartcity.disturbance.Disturbances;
import smartcity.disturbance.ReportedDisturbances;
import smartcity.emission.EmissionLifecycle;
import smartcity.emission.testkit.LateBroker;
import smartcity.emission.testkit.RunningSimulator;
import smartcity.emission.testkit.SimulatorTest;
import smartcity.event.AtmosphericConditions;
import smartcity.event.CityTopic;
import smartcity.event.Event;
import smartcity.event.EventJson;
import smartcity.event.WeatherCode;
import smartcity.event.WeatherObservation;
import smartcity.identity.SimulationIdentity;
import smartcity.incident.life.SpontaneousIncidents;
import smartcity.incident.life.TrafficExposure;
import smartcity.road.Road;

/// A downpour in the topic; a simulated minute takes a tenth of a second.
@QuarkusTest
@SimulatorTest({
    "simulation.start=2026-11-23T12:00:00Z",
    "simulation.factor=600",
    "incident.rate-multiplier=100",
    "coupling.timeout=PT2M"
})
class IncidentWeatherIT {
    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
    private static final int MINUTES = 60 * 12;
    private static final Road ROAD = Road.londonToBirmingham();

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
    void emitsTheAccidentsThatTheWeatherInTheTopicCauses() throws Exception {
        // given
        List<WeatherObservation> weather = downpour();
        kafka.launch();
        produce(weather);
        kafka.commitProgress("weather-simulator", simulation, START.plus(Duration.ofMinutes(MINUTES - 300)));

        // when
        simulator.awaitReady();
        kafka.awaitRecords(CityTopic.EMERGENCY, 500);
        emission.end();

        // then
        JsonNode coupling = simulator.coupling();
        assertThat(coupling.path("received").asInt()).isEqualTo(MINUTES);
        assertThat(coupling.path("late").asInt()).isZero();
        assertThat(coupling.path("incompleteMinutes").asInt()).isZero();
        List<ConsumerRecord<String, String>> records = kafka.records(CityTopic.EMERGENCY);
        Instant first =
                instant(records.stream().mapToLong(ConsumerRecord::timestamp).min());
        Instant last =
                instant(records.stream().mapToLong(ConsumerRecord::timestamp).max());
        ReportedDisturbances wet = new ReportedDisturbances(ROAD, Duration.ofMinutes(1));
        weather.forEach(wet::add);
        assertThat(ids(records))
                .isEqualTo(expected(wet, first, last))
                .isNotEqualTo(expected(Disturbances.NONE, first, last));
    }

    /// From five hours before the start: incidents that last until the start may have begun four hours before it.
    private static List<WeatherObservation> downpour() {
        List<WeatherObservation> observations = new ArrayList<>();
        for (int minute = 0; minute < MINUTES; minute++) {
            observations.add(new WeatherObservation(
                    UUID.randomUUID(),
                    "weather-a",
                    ROAD.locationAt(20_000),
                    START.minus(Duration.ofMinutes(300 - minute)),
                    WeatherCode.HEAVY_RAIN,
                    new AtmosphericConditions(8, 10, 30, 200, 95, 3_000, 995),
                    20,
                    2));
        }
        return observations;
    }

    private void produce(List<WeatherObservation> observations) {
        EventJson json = new EventJson();
        kafka.produce(
                CityTopic.WEATHER,
                1,
                observations.stream()
                        .map(observation -> new ProducerRecord<>(
                                CityTopic.WEATHER.defaultName(),
                                null,
                                observation.timestamp().toEpochMilli(),
                                observation.deviceId(),
                                json.encode(observation)))
                        .toList());
    }

    private static Instant instant(OptionalLong millis) {
        return Instant.ofEpochMilli(millis.orElseThrow());
    }

    private static Set<String> ids(List<ConsumerRecord<String, String>> records) throws Exception {
        Set<String> ids = new HashSet<>();
        for (ConsumerRecord<String, String> record : records) {
            ids.add(new ObjectMapper().readTree(record.value()).path("id").asText());
        }
        return ids;
    }

    /// The ids of the reports from one millisecond to another.
    private static Set<String> expected(Disturbances weather, Instant first, Instant last) {
        SpontaneousIncidents.Conditions conditions =
                new SpontaneousIncidents.Conditions(ROAD, new TrafficExposure(ROAD, new TrafficDemand(ROAD)), weather);
        SpontaneousIncidents incidents = new SpontaneousIncidents(new Seed(1), conditions, 100, first);
        Set<String> ids = new HashSet<>();
        while (incidents.nextDue().toEpochMilli() <= last.toEpochMilli()) {
            for (Event report : incidents.next()) {
                ids.add(report.id().toString());
            }
        }
        return ids;
    }
}
