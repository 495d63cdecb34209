package smartcity.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smartcity.emission.testkit.LateBroker;
import smartcity.emission.testkit.RunningSimulator;
import smartcity.emission.testkit.SimulatorTest;
import smartcity.event.CameraSnapshot;
import smartcity.event.Carriageway;
import smartcity.event.CityTopic;
import smartcity.event.EmergencyReport;
import smartcity.event.EmergencyType;
import smartcity.event.Event;
import smartcity.event.EventJson;
import smartcity.event.FuelType;
import smartcity.event.IncidentStatus;
import smartcity.event.Motion;
import smartcity.event.Severity;
import smartcity.event.TrafficFlow;
import smartcity.event.TrafficReport;
import smartcity.event.VehicleTelemetry;
import smartcity.event.VehicleType;
import smartcity.identity.SimulationIdentity;
import smartcity.road.Road;

/// The service with a broker: records of the topics in, what the page asks for out, commands back. More than 200 lines,
/// as one service serves all of it.
@QuarkusTest
@SimulatorTest("mp.messaging.incoming.traffic_data.auto.commit.interval.ms=" + CityViewIT.COMMIT_MILLIS)
@QuarkusTestResource(value = StubSinks.class, restrictToAnnotatedClass = true)
class CityViewIT {
    /// A consumer that committed would do so this often.
    static final int COMMIT_MILLIS = 200;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Road ROAD = Road.londonToBirmingham();
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G'};
    private static final UUID INCIDENT = UUID.randomUUID();
    private static final AtomicBoolean PRODUCED = new AtomicBoolean();

    @SuppressWarnings("NullAway.Init") // set by @SimulatorTest
    LateBroker kafka;

    @SuppressWarnings("NullAway.Init") // set by @SimulatorTest
    RunningSimulator view;

    @SuppressWarnings("NullAway.Init") // set by its annotation
    StubSinks sinks;

    @BeforeEach
    void produceOnce() {
        kafka.launchOnce();
        if (PRODUCED.getAndSet(true)) {
            return;
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        produce(new VehicleTelemetry(
                UUID.randomUUID(),
                "vehicle-1",
                now,
                ROAD.locationAt(90_500),
                new Motion(100, ROAD.headingAt(90_500, Carriageway.NORTHBOUND)),
                "Ford",
                "Focus",
                2022,
                FuelType.PETROL,
                VehicleType.CAR,
                1_000,
                0.5,
                "M40"));
        produce(camera("M40-097.2-A", now));
        produce(new EmergencyReport(
                UUID.randomUUID(),
                "reporter",
                INCIDENT,
                EmergencyType.FIRE,
                now,
                ROAD.locationAt(97_500),
                IncidentStatus.ACTIVE,
                "<script>document.title='broken'</script>",
                Severity.HIGH,
                1,
                "M40",
                Carriageway.NORTHBOUND));
        produce(CityTopic.WEATHER, now, "station", "{\"broken".getBytes(StandardCharsets.UTF_8));
    }

    private static Event camera(String id, Instant at) {
        return new TrafficReport(
                UUID.randomUUID(),
                "M40-097.2",
                id,
                ROAD.locationAt(97_200),
                at,
                new CameraSnapshot(PICTURE),
                Carriageway.NORTHBOUND,
                new TrafficFlow(20, 100, 2_000, 0.05, false),
                null);
    }

    private void produce(Event event) {
        produce(event.topic(), event.timestamp(), event.deviceId(), new EventJson().encode(event));
    }

    private void produce(CityTopic topic, Instant at, String key, byte[] value) {
        kafka.produce(
                topic, 1, List.of(new ProducerRecord<>(topic.defaultName(), null, at.toEpochMilli(), key, value)));
    }

    /// The data of the newest message of a kind, read as a page that connects now.
    private String message(String event) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<Stream<String>> answer =
                    http.send(HttpRequest.newBuilder(view.uri("/events")).build(), HttpResponse.BodyHandlers.ofLines());
            String data = answer.body()
                    .dropWhile(line -> !line.equals("event: " + event))
                    .skip(1)
                    .findFirst()
                    .orElseThrow();
            http.shutdownNow();
            return data.substring("data: ".length());
        }
    }

    @Test
    void showsWhatTheTopicsSay() throws Exception {
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
            JsonNode clock = JSON.readTree(message("clock"));
            assertThat(clock.path("vehicles").asInt()).isEqualTo(1);
            assertThat(clock.path("kafka").asBoolean()).isTrue();
        });

        JsonNode status = JSON.readTree(view.get("/view/status").body());
        assertThat(status.path("vehicles").asInt()).isEqualTo(1);
        assertThat(status.path("kafka").asBoolean()).isTrue();
        JsonNode incidents = JSON.readTree(message("incidents"));
        assertThat(incidents.path(0).path("id").asText()).isEqualTo(INCIDENT.toString());
        assertThat(incidents.path(0).path("km").asDouble()).isEqualTo(97.5);
        JsonNode vehicle = JSON.readTree(view.get("/vehicles/0").body());
        assertThat(vehicle.path("record").path("deviceId").asText()).isEqualTo("vehicle-1");
        assertThat(vehicle.path("trace").isArray()).isTrue();
        assertThat(view.get("/vehicles/7").statusCode()).isEqualTo(404);
    }

    @Test
    void readsWhatIsCommittedFromTwoMinutesBackAndCommitsNothing() throws Exception {
        String topic = CityTopic.TRAFFIC.defaultName();
        String servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        awaitCamera("M40-097.2-A");
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        try (LatePartitions partitions = new LatePartitions(servers, topic)) {
            int partition = partitions.add(
                    List.of(camera("old", now.minusSeconds(180)), camera("recent", now.minusSeconds(60))));
            partitions.abortThenCommit(partition, camera("aborted", now), camera("committed", now));

            awaitCamera("recent");
            awaitCamera("committed");

            assertThat(view.get("/cameras/old").statusCode()).isEqualTo(404);
            assertThat(view.get("/cameras/aborted").statusCode()).isEqualTo(404);
            assertThat(partitions.groups()).hasSizeGreaterThanOrEqualTo(4);
            await().during(Duration.ofMillis(5 * COMMIT_MILLIS))
                    .untilAsserted(() -> assertThat(partitions.committed()).isEmpty());
        }
    }

    private void awaitCamera(String id) {
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() ->
                        assertThat(view.get("/cameras/" + id).statusCode()).isEqualTo(200));
    }

    @Test
    void readsAllTopicsAlike() {
        Map<String, String> vehicles = channel("vehicle_data");

        assertThat(vehicles).containsKeys("commit-strategy", "isolation.level", "consumer-rebalance-listener.name");
        assertThat(List.of("traffic_data", "weather_data", "emergency_data"))
                .allSatisfy(other -> assertThat(channel(other)).isEqualTo(vehicles));
    }

    /// The settings of a channel but what names it, and what this test sets.
    private static Map<String, String> channel(String name) {
        Config config = ConfigProvider.getConfig();
        String prefix = "mp.messaging.incoming." + name + ".";
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(property -> property.startsWith(prefix)
                        && !property.matches(".*\\.(topic|group\\.id|auto\\.commit\\.interval\\.ms)"))
                .collect(Collectors.toMap(
                        property -> property.substring(prefix.length()),
                        property -> config.getValue(property, String.class)));
    }

    @Test
    void saysHowFarTheSlowestSimulatorIsBehind() {
        SimulationIdentity simulation = new SimulationIdentity(42, null, null, 1, null);

        kafka.commitProgress("incident-simulator", simulation, Instant.now().minusSeconds(900));
        kafka.commitProgress("weather-simulator", simulation, Instant.now());

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(JSON.readTree(message("clock"))
                                .path("behindSeconds")
                                .asInt())
                        .isBetween(900, 1000));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(JSON.readTree(message("clock"))
                                .at("/silentSeconds/weather-simulator")
                                .asInt())
                        .as("it has emitted nothing since then")
                        .isGreaterThanOrEqualTo(2));
    }

    @Test
    void onlySwaggerUiMayHaveScriptsInItsPage() throws Exception {
        assertThat(policy("/")).doesNotContain("unsafe-inline").startsWith("default-src 'self';");
        assertThat(policy("/q/swagger-ui/")).contains("script-src 'self' 'unsafe-inline'");
    }

    private String policy(String path) throws Exception {
        return view.get(path).headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    @Test
    void sendsAPictureAgainOnlyWhenItHasChanged() {
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
            HttpResponse<String> first = view.get("/cameras/M40-097.2-A.png");
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(first.headers().firstValue("Content-Type")).hasValue("image/png");
            String tag = first.headers().firstValue("ETag").orElseThrow();
            assertThat(view.get("/cameras/M40-097.2-A.png", "If-None-Match", tag)
                            .statusCode())
                    .isEqualTo(304);
        });
    }

    /// Until then the view takes no command.
    private void awaitCommandsRead() {
        view.awaitReady();
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(
                        () -> assertThat(view.get("/simulator/commands").body()).contains("\"read\":true"));
    }

    @Test
    void givesCommandsAndUndoesThem() throws Exception {
        awaitCommandsRead();

        HttpResponse<String> weather =
                view.send("POST", "/weather", "{\"fromKm\": 60, \"toKm\": 110, \"precipitation\": 12}");
        String id = JSON.readTree(weather.body()).path("id").asText();
        HttpResponse<String> undone = view.send("DELETE", "/commands/" + id, "");
        HttpResponse<String> resolved = view.send("DELETE", "/incidents/" + INCIDENT, "");

        assertThat(weather.statusCode()).as(weather.body()).isEqualTo(200);
        assertThat(undone.statusCode()).as(undone.body()).isEqualTo(200);
        assertThat(resolved.statusCode()).as(resolved.body()).isEqualTo(200);
        JsonNode commands =
                JSON.readTree(view.get("/simulator/commands").body()).path("commands");
        assertThat(commands.findValuesAsText("kind"))
                .containsSubsequence("set-weather", "clear-weather", "resolve-incident");
    }

    @Test
    void documentsTheBodiesThatItReads() throws Exception {
        JsonNode schemas =
                JSON.readTree(view.get("/q/openapi?format=json").body()).at("/components/schemas");

        assertThat(schemas.at("/RaiseRequest/properties/type/enum"))
                .map(JsonNode::asText)
                .containsExactly("Accident", "Fire", "Medical", "Police");
        assertThat(schemas.at("/RaiseRequest/properties/duration/format").asText())
                .isEqualTo("duration");
        assertThat(schemas.at("/WeatherRequest/properties").properties())
                .map(Map.Entry::getKey)
                .contains("fromKm", "toKm", "temperature", "precipitation", "windSpeed", "windDirection", "humidity");
        assertThat(schemas.at("/FaultRequest/properties").properties())
                .map(Map.Entry::getKey)
                .contains("gps-outage", "late-median");
    }

    @Test
    void showsTheFaultsThatOperatorsHaveSet() throws Exception {
        awaitCommandsRead();

        HttpResponse<String> set =
                view.send("PUT", "/faults/weather-simulator", "{\"late\": 0.25, \"late-median\": \"PT10S\"}");
        String id = JSON.readTree(set.body()).path("id").asText();

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(JSON.readTree(message("faults")))
                        .isEqualTo(JSON.readTree(
                                "{\"weather-simulator\": {\"late\": 0.25, \"late-median\": \"PT10S\"}}")));
        assertThat(view.send("DELETE", "/commands/" + id, "").statusCode()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(JSON.readTree(message("faults")))
                        .isEqualTo(JSON.readTree("{\"weather-simulator\": {}}")));
    }

    @Test
    void refusesWhatDoesNotFitTheRoad() throws Exception {
        view.awaitReady();

        HttpResponse<String> lanes = view.send(
                "POST",
                "/incidents",
                "{\"type\":\"Fire\",\"km\":80.5,\"carriageway\":\"northbound\",\"lanesClosed\":9}");
        HttpResponse<String> faults = view.send("PUT", "/faults/vehicle-simulator", "{\"late\":2}");

        assertThat(lanes.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(lanes.body()).path("field").asText()).isEqualTo("lanesClosed");
        assertThat(JSON.readTree(faults.body()).path("field").asText()).isEqualTo("late");
    }

    @Test
    void asksAllSinksAndNamesThoseThatDoNotAnswer() throws Exception {
        view.awaitReady();
        JsonNode both = JSON.readTree(message("lake"));
        HttpResponse<String> flush = view.send("POST", "/lake/flush", "", "Authorization", "Bearer abc");
        sinks.stop(0);
        HttpResponse<String> half = view.send("POST", "/lake/pause", "");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(JSON.readTree(message("lake")).path("silentSinks"))
                        .extracting(JsonNode::asText)
                        .containsExactly("The sink does not answer at " + sinks.address(0)));
        JsonNode one = JSON.readTree(message("lake"));
        sinks.stop(1);
        HttpResponse<String> none = view.send("POST", "/lake/resume", "");

        assertThat(both.path("landed").asLong()).isEqualTo(1_200);
        assertThat(both.path("waiting").asLong()).isEqualTo(18);
        assertThat(both.at("/topics/0/partitions")).hasSize(2);
        assertThat(flush.body()).isEqualTo("{\"landed\":8}");
        assertThat(sinks.changes())
                .containsExactlyInAnyOrder(
                        "0 /sink/flush Bearer abc", "1 /sink/flush Bearer abc", "1 /sink/pause null");
        assertThat(half.statusCode()).isEqualTo(502);
        assertThat(detail(half))
                .isEqualTo("1 of 2 sinks have done it: The sink does not answer at " + sinks.address(0));
        assertThat(one.path("landed").asLong()).isEqualTo(1_200);
        assertThat(none.statusCode()).isEqualTo(502);
        assertThat(detail(none)).contains(sinks.address(0), sinks.address(1));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(
                                JSON.readTree(message("lake")).path("reachable").asBoolean())
                        .isFalse());
    }

    private static String detail(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body()).path("detail").asText();
    }

    @Test
    void countsRecordsThatItCannotShow() {
        view.awaitReady();

        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(view.get("/q/metrics").body())
                        .contains("smartcity_view_records_broken_total 1.0")
                        .containsPattern("smartcity_view_records_total ([4-9]|\\d\\d)\\.0")
                        .contains("smartcity_view_vehicles_refused_total 0.0"));
    }

    @Test
    void setsALevelOfTheLogUntilItIsReset() throws Exception {
        view.awaitReady();
        Logger feature = Logger.getLogger("smartcity.view.stream");
        assertThat(feature.isDebugEnabled()).isFalse();

        HttpResponse<String> set = view.send("PUT", "/log-levels/smartcity.view", "{\"level\": \"DEBUG\"}");

        assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
        assertThat(JSON.readTree(view.get("/log-levels").body())
                        .at("/levels/smartcity.view")
                        .asText())
                .isEqualTo("DEBUG");
        assertThat(feature.isDebugEnabled()).isTrue();
        assertThat(view.send("DELETE", "/log-levels/smartcity.view", "").statusCode())
                .isEqualTo(200);
        assertThat(feature.isDebugEnabled()).isFalse();
    }

    @Test
    void loadsNothingFromElsewhereAndServesTheCharts() throws Exception {
        HttpResponse<String> page = view.get("/");
        HttpResponse<String> charts = view.get("/js/lake-charts.js");
        String folder = charts.body().replaceAll("(?s).*const UPLOT = '(.*?)'.*", "$1");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'self';");
        assertThat(page.body()).doesNotContain("http://", "https://", " style=", "<script>");
        assertThat(view.get(folder + ".iife.min.js").statusCode()).isEqualTo(200);
        assertThat(view.get(folder + ".min.css").statusCode()).isEqualTo(200);
        assertThat(view.get("/simulator/status").statusCode()).isEqualTo(404);
    }
}
