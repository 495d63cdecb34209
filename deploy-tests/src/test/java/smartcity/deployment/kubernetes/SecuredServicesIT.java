package smartcity.deployment.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.deployment.kubernetes.SecuredCity.Replica;
import smartcity.local.lake.LakeDatabase;

/// The services as processes with the variables of their manifests, on a broker with TLS, SCRAM and exactly the access
/// control lists of theirs.
@Tag("long")
class SecuredServicesIT {
    private static final Duration SOON = Duration.ofMinutes(3);
    private static final String VEHICLE = "vehicle-simulator";
    private static final List<String> TOPICS =
            List.of("vehicle_data", "gps_data", "traffic_data", "weather_data", "emergency_data");
    private static final Map<String, String> SINK = Map.of("SINK_ROLLOVER_MAX_AGE", "PT3S");

    @TempDir
    private Path folder;

    private SecuredCity city;

    @BeforeEach
    void startKafkaAndS3() throws Exception {
        city = new SecuredCity(folder, RenderedOverlay.named("local"));
    }

    @AfterEach
    void leaveNothing() {
        city.close();
    }

    /// Nothing more is needed to emit, to read each other, to take a command and to land everything once.
    @Test
    void doTheirWorkWithThePermissionsOfTheirManifests() throws Exception {
        Replica sink = city.start(ServiceManifest.SINK, SINK);
        Replica weather = city.start("weather-simulator", Map.of("WEATHER_INTERVAL", "PT5S"));
        Replica incidents = city.start("incident-simulator", Map.of("INCIDENT_RATE_MULTIPLIER", "1000"));
        Replica vehicles = city.start(VEHICLE, Map.of("CAMERA_INTERVAL", "PT5S"));
        Replica view = city.start(ServiceManifest.VIEW, Map.of("VIEW_SINK", "http://127.0.0.1:" + sink.port()));
        List<Replica> simulators = List.of(weather, incidents, vehicles);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(TOPICS)
                        .allSatisfy(topic -> assertThat(landed(sink, topic)).isPositive()));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(List.of(incidents, vehicles))
                        .allSatisfy(reader -> assertThat(city.get(reader, "/simulator/coupling")
                                        .path("received")
                                        .asLong())
                                .isPositive()));
        assertThat(city.send(weather, "PUT", "/simulator/factor", "{\"factor\": 2}"))
                .isLessThan(300);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(simulators)
                        .allSatisfy(each -> assertThat(city.get(each, "/simulator/status")
                                        .path("factor")
                                        .asDouble())
                                .isEqualTo(2)));
        showTheCityAndRaiseAnIncident(view, incidents);
        city.stop(List.of(view));
        city.stop(simulators);
        city.stop(List.of(sink));

        assertThat(city.logs()).noneMatch(line -> line.contains("uthorization"));
        assertThat(city.audit().clean()).isTrue();
    }

    private void showTheCityAndRaiseAnIncident(Replica view, Replica incidents) throws Exception {
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(city.get(view, "/vehicles/0").at("/record/deviceId").asText())
                    .startsWith("vehicle-");
            assertThat(city.get(view, "/lake/history").toString()).contains("vehicle_data");
            assertThat(city.get(view, "/simulator/commands").path("read").asBoolean())
                    .isTrue();
        });

        int status = city.send(
                view,
                "POST",
                "/incidents",
                "{\"type\": \"Fire\", \"km\": 80.5, \"carriageway\": \"northbound\", \"lanesClosed\": 1}");

        assertThat(status).isEqualTo(200);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                city.get(incidents, "/simulator/commands").findValuesAsText("kind"))
                        .contains("raise-incident"));
    }

    /// Under load, from one pod to three and back: each record lands once, and no vehicle reports twice.
    @Test
    void scaleToThreeAndBackWithoutDoublingARecordOrAVehicle() throws Exception {
        Map<String, String> fleet = Map.of("VEHICLE_COUNT", "1000");
        List<Replica> sinks = new ArrayList<>(List.of(city.start(ServiceManifest.SINK, SINK)));
        List<Replica> fleets = new ArrayList<>(List.of(city.start(VEHICLE, fleet)));
        awaitMore(sinks, 3_000);

        IntStream.range(0, 2).forEach(_ -> {
            sinks.add(city.start(ServiceManifest.SINK, SINK));
            fleets.add(city.start(VEHICLE, fleet));
        });
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(fleets).allSatisfy(each -> assertThat(shards(each)).isBetween(21L, 22L));
            assertThat(sinks).allSatisfy(each -> assertThat(held(each)).isPositive());
        });
        awaitMore(sinks, 10_000);
        city.stop(Stream.concat(sinks.subList(1, 3).stream(), fleets.subList(1, 3).stream())
                .toList());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(shards(fleets.getFirst())).isEqualTo(64));
        awaitMore(sinks.subList(0, 1), 3_000);
        city.stop(fleets.subList(0, 1));
        city.stop(sinks.subList(0, 1));

        assertThat(city.audit().clean()).isTrue();
        try (LakeDatabase lake = LakeDatabase.open(city.lake())) {
            String doubled =
                    "select count(*) - count(distinct (deviceId, timestamp)), count(*) - count(distinct id) from ";
            assertThat(lake.query(doubled + "vehicle_data", 1).rows()).containsExactly(List.of("0", "0"));
            assertThat(lake.query(doubled + "gps_data", 1).rows()).containsExactly(List.of("0", "0"));
        }
    }

    /// Waits until all sinks together have landed so many records more.
    private void awaitMore(List<Replica> sinks, long records) throws InterruptedException {
        long before = landed(sinks);
        await().atMost(SOON).untilAsserted(() -> assertThat(landed(sinks)).isGreaterThan(before + records));
    }

    private long landed(List<Replica> sinks) throws InterruptedException {
        long sum = 0;
        for (Replica sink : sinks) {
            sum += landed(sink, "vehicle_data");
        }
        return sum;
    }

    private long landed(Replica sink, String topic) throws InterruptedException {
        return city.get(sink, "/sink/status")
                .path("topics")
                .path(topic)
                .path("landed")
                .asLong();
    }

    private long held(Replica sink) throws InterruptedException {
        return city.get(sink, "/sink/status").path("heldRecords").asLong();
    }

    private long shards(Replica simulator) throws InterruptedException {
        return city.get(simulator, "/simulator/status").path("shards").asLong();
    }
}
