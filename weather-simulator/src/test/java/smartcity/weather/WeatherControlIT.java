package smartcity.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smartcity.emission.testkit.LateBroker;
import smartcity.emission.testkit.RunningSimulator;
import smartcity.emission.testkit.SimulatorTest;
import smartcity.event.CityTopic;

/// The HTTP interface to the weather.
@QuarkusTest
@SimulatorTest({
    "simulation.start=2026-11-23T12:00:00Z",
    "simulation.factor=60",
    "control.token=s3cret",
    "quarkus.http.limits.max-body-size=16K"
})
class WeatherControlIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SNOW = """
            {"fromKm": 60, "toKm": 110, "temperature": -4, "precipitation": 6, "duration": "PT6H"}
            """;

    @SuppressWarnings("NullAway.Init") // set by @SimulatorTest
    LateBroker kafka;

    @SuppressWarnings("NullAway.Init") // set by @SimulatorTest
    RunningSimulator simulator;

    @Test
    void showsAPageOfTheStationsAsGeoJson() throws Exception {
        // given
        awaitAllStations();

        // when
        HttpResponse<String> map = simulator.get("/stations?limit=5", "Accept", "application/geo+json");

        // then
        assertThat(map.headers().firstValue("content-type")).get().asString().startsWith("application/geo+json");
        assertThat(read(map).path("features").size()).isEqualTo(5);
        assertThat(read(map).path("left").asInt()).isEqualTo(15);
    }

    @Test
    void showsAStationByItsId() throws Exception {
        // given
        awaitAllStations();

        // when
        HttpResponse<String> station = simulator.get("/stations/weather-M40-J9");

        // then
        assertThat(read(station).path("temperature").isNumber()).isTrue();
    }

    @Test
    void findsNoStationWithAnUnknownId() throws Exception {
        // given
        awaitAllStations();

        // when
        HttpResponse<String> unknown = simulator.get("/stations/weather-M40-J99");

        // then
        assertThat(unknown.statusCode()).isEqualTo(404);
    }

    @Test
    void refusesAPageOfNoStations() throws Exception {
        // given
        awaitAllStations();

        // when
        HttpResponse<String> wrong = simulator.get("/stations?limit=0");

        // then
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(read(wrong).path("field").asText()).isEqualTo("limit");
    }

    private void awaitAllStations() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(
                                read(simulator.get("/stations")).path("items").size())
                        .isEqualTo(20));
    }

    @Test
    void describesItsPathsAndTheirResponsesInOpenApi() throws Exception {
        // when
        JsonNode paths = read(simulator.get("/q/openapi?format=json")).path("paths");

        // then
        assertThat(paths.fieldNames())
                .toIterable()
                .contains(
                        "/stations",
                        "/stations/{id}",
                        "/weather",
                        "/weather/{id}",
                        "/simulator/status",
                        "/simulator/commands",
                        "/simulator/faults",
                        "/stations/interval",
                        "/simulator/factor",
                        "/simulator/running");
        assertThat(paths.at("/~1stations/get/responses").fieldNames())
                .toIterable()
                .containsExactly("200", "400");
        assertThat(paths.at("/~1weather/post/responses").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("200", "400", "401", "403", "409", "413", "415", "503");
    }

    @Test
    void refusesToSetTheWeatherWithoutTheToken() throws Exception {
        // given
        simulator.awaitReady();

        // when
        HttpResponse<String> unknown = simulator.send("POST", "/weather", SNOW);

        // then
        assertThat(unknown.statusCode()).isEqualTo(401);
    }

    @Test
    void refusesToSetTheWeatherWithoutAValue() throws Exception {
        // given
        simulator.awaitReady();

        // when
        HttpResponse<String> nothing = command(simulator, "POST", "/weather", "{\"fromKm\": 60, \"toKm\": 110}");

        // then
        assertThat(nothing.statusCode()).isEqualTo(400);
    }

    @Test
    void setsTheWeatherAndClearsItAgain() throws Exception {
        // given
        simulator.awaitReady();

        // when
        HttpResponse<String> set = command(simulator, "POST", "/weather", SNOW);

        // then
        assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode station = read(simulator.get("/stations/weather-M40-J9"));
            assertThat(station.path("weatherCondition").asText()).isEqualTo("Heavy snow");
            assertThat(station.path("precipitation").asDouble()).isEqualTo(6);
        });
        assertThat(read(simulator.get("/simulator/commands")).path("commands").findValuesAsText("kind"))
                .contains("set-weather");

        // when
        String id = read(set).path("id").asText();
        HttpResponse<String> cleared = simulator.send("DELETE", "/weather/" + id, "", "Authorization", "Bearer s3cret");

        // then
        assertThat(cleared.statusCode()).as(cleared.body()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(read(simulator.get("/stations/weather-M40-J9"))
                                .path("precipitation")
                                .asDouble())
                        .isNotEqualTo(6));
        assertThat(simulator
                        .send("DELETE", "/weather/" + id, "", "Authorization", "Bearer s3cret")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void startsAndStopsFaultsOnCommand() throws Exception {
        // given
        simulator.awaitReady();

        // when
        assertAccepted(simulator, "PUT", "/simulator/faults", "{\"malformed\": 1}");

        // then
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(malformed(simulator)).isPositive());

        // when
        assertAccepted(simulator, "PUT", "/simulator/faults", "{}");

        // then: no record of a whole minute of all stations is malformed
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(read(simulator.get("/simulator/faults"))
                                .path("malformed")
                                .doubleValue())
                        .isZero());
        long emitted = simulator.emitted(CityTopic.WEATHER);
        await().atMost(Duration.ofSeconds(30)).until(() -> simulator.emitted(CityTopic.WEATHER) > emitted + 20);
        long malformed = malformed(simulator);
        await().atMost(Duration.ofSeconds(30)).until(() -> simulator.emitted(CityTopic.WEATHER) > emitted + 60);
        assertThat(malformed(simulator)).isEqualTo(malformed);
    }

    private static long malformed(RunningSimulator simulator) throws Exception {
        return simulator.counted("smartcity_faults_total", "kind=\"malformed\"");
    }

    @Test
    void pausesTimeResumesItAndChangesItsFactorOnCommand() throws Exception {
        // given
        simulator.awaitReady();

        // when
        assertAccepted(simulator, "PUT", "/simulator/running", "{\"running\": false}");

        // then
        AtomicReference<String> last = new AtomicReference<>("");
        await().atMost(Duration.ofSeconds(30)).during(Duration.ofMillis(200)).untilAsserted(() -> {
            String now = time(simulator);
            assertThat(last.getAndSet(now)).isEqualTo(now);
        });
        assertThat(read(simulator.get("/simulator/status")).path("factor").asDouble())
                .isZero();

        // when
        Instant pausedAt = Instant.parse(time(simulator));
        long emitted = simulator.emitted(CityTopic.WEATHER);
        assertAccepted(simulator, "PUT", "/simulator/factor", "{\"factor\": 600}");
        assertAccepted(simulator, "PUT", "/simulator/running", "{\"running\": true}");

        // then an hour passes in 6 s
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(Instant.parse(time(simulator))).isAfter(pausedAt.plus(Duration.ofHours(1))));
        assertThat(simulator.emitted(CityTopic.WEATHER)).isGreaterThan(emitted + 600);
        assertThat(read(simulator.get("/simulator/status")).path("factor").asDouble())
                .isEqualTo(600);
        assertAccepted(simulator, "PUT", "/simulator/factor", "{\"factor\": 60}");
    }

    private static String time(RunningSimulator simulator) throws Exception {
        return read(simulator.get("/simulator/status")).path("simulatedTime").asText();
    }

    @Test
    void letsStationsReportMoreOftenOnCommand() throws Exception {
        // given
        simulator.awaitReady();

        // when
        assertAccepted(simulator, "PUT", "/stations/interval", "{\"interval\": \"PT5S\"}");

        // then
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(kafka.records(CityTopic.WEATHER).stream()
                                .filter(record -> record.key().equals("weather-M40-J9"))
                                .map(record -> record.timestamp())
                                .toList())
                        .satisfies(instants -> assertThat(instants.getLast() - instants.get(instants.size() - 2))
                                .isEqualTo(5_000)));
        assertAccepted(simulator, "PUT", "/stations/interval", "{\"interval\": \"PT1M\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/simulator/factor | {\"factor\":0} | factor",
                "/simulator/factor | {\"facto\":1} | factor",
                "/simulator/running | {\"running\":1} | running",
                "/simulator/faults | {\"late\":1.5} | late",
                "/simulator/faults | {\"lost\":0.5} | lost",
                "/log-levels/smartcity | {\"level\":\"TRACE\"} | level",
                "/log-levels/smart%20city | {\"level\":\"DEBUG\"} | category",
                "/stations/interval | {\"interval\":\"PT0.5S\"} | interval"
            })
    void namesTheFieldThatBreaksARule(String path, String body, String field) throws Exception {
        HttpResponse<String> answer = command(simulator, "PUT", path, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(read(answer).path("field").asText()).isEqualTo(field);
    }

    @Test
    void setsALevelOfTheLogUntilItIsReset() throws Exception {
        assertAccepted(simulator, "PUT", "/log-levels/smartcity.emission", "{\"level\": \"DEBUG\"}");

        assertThat(read(simulator.get("/log-levels"))
                        .at("/levels/smartcity.emission")
                        .asText())
                .isEqualTo("DEBUG");
        assertThat(Logger.getLogger("smartcity.emission.kafka").isDebugEnabled())
                .isTrue();

        assertAccepted(simulator, "DELETE", "/log-levels/smartcity.emission", "");
        assertThat(read(simulator.get("/log-levels/smartcity.emission"))
                        .path("level")
                        .asText())
                .isEqualTo("INFO");
        assertThat(Logger.getLogger("smartcity.emission.kafka").isDebugEnabled())
                .isFalse();
    }

    private static HttpResponse<String> command(RunningSimulator simulator, String method, String path, String body)
            throws Exception {
        return simulator.send(method, path, body, "Authorization", "Bearer s3cret");
    }

    private static void assertAccepted(RunningSimulator simulator, String method, String path, String body)
            throws Exception {
        HttpResponse<String> answer = command(simulator, method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | GET  | /stations?bbox=1,2,3 |                  | ",
                "400 | GET  | /stations?after=%20  |                  | ",
                "400 | PUT  | /simulator/factor    | application/json | {\"factor\": ",
                "400 | PUT  | /simulator/factor    | application/json | ",
                "400 | PUT  | /simulator/factor    | application/json | []",
                "400 | PUT  | /simulator/factor    | application/json | {\"factor\": \"fast\"}",
                "400 | PUT  | /simulator/factor    | application/json | {\"factor\": 1, \"unit\": \"s\"}",
                "404 | GET  | /stations/nowhere    |                  | ",
                "404 | GET  | /nothing             |                  | ",
                "404 | GET  | /q/nothing           |                  | ",
                "405 | POST | /stations            | application/json | {}",
                "406 | GET  | /simulator/commands  |                  | ",
                "415 | PUT  | /simulator/factor    | text/plain       | {\"factor\": 1}"
            })
    void answersEachErrorWithAProblemDocument(
            int status, String method, String path, @Nullable String contentType, @Nullable String body)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(simulator.uri(path))
                .header("Authorization", "Bearer s3cret")
                .header("Accept", status == 406 ? "text/html" : "application/json");

        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        HttpResponse<String> answer = send(request, method, body == null ? "" : body);

        assertProblem(answer, status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | GET  | /nothing            | GET / links to what there is",
                "405 | POST | /stations           | /q/openapi lists those that it supports",
                "406 | GET  | /simulator/commands | /q/openapi lists those that it has",
                "415 | PUT  | /simulator/factor   | application/json"
            })
    void saysInAnErrorWhatThereIs(int status, String method, String path, String what) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(simulator.uri(path))
                .header("Authorization", "Bearer s3cret")
                .header("Accept", status == 406 ? "text/html" : "application/json")
                .header("Content-Type", "text/plain");

        HttpResponse<String> answer = send(request, method, "{}");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(what);
    }

    @Test
    void hasAPageOfWhatThereIsWhoseLinksAllWork() throws Exception {
        HttpResponse<String> page = simulator.get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        List<String> links = Pattern.compile("href=\"([^\"]+)\"")
                .matcher(page.body())
                .results()
                .map(link -> link.group(1))
                .toList();
        assertThat(links)
                .contains("/simulator/status", "/stations", "/q/openapi", "/q/swagger-ui", "/q/health", "/q/metrics");
        for (String link : links) {
            assertThat(simulator.get(link).statusCode()).as(link).isIn(200, 302);
        }
        assertThat(simulator.get("/q/swagger-ui/").body()).contains("swagger-ui");
    }

    @Test
    void answersARequestWithoutTheTokenAndOneOfAForeignPageWithAProblemDocument() throws Exception {
        HttpResponse<String> unknown = send(
                HttpRequest.newBuilder(simulator.uri("/simulator/factor")).header("Content-Type", "application/json"),
                "PUT",
                "{\"factor\": 60}");
        HttpResponse<String> foreign = send(
                HttpRequest.newBuilder(simulator.uri("/simulator/factor"))
                        .headers("Content-Type", "application/json", "Authorization", "Bearer s3cret")
                        .header("Origin", "https://evil.example"),
                "PUT",
                "{\"factor\": 60}");

        assertProblem(unknown, 401);
        assertThat(unknown.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertProblem(foreign, 403);
    }

    @Test
    void describesEverythingThatItRefersTo() throws Exception {
        JsonNode document = read(simulator.get("/q/openapi?format=json"));

        assertThat(document.findValuesAsText("$ref"))
                .hasSizeGreaterThan(10)
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
        assertThat(document.path("tags").findValuesAsText("description")).hasSize(2);
    }

    @Test
    void answersALargeBodyWithAProblemDocument() throws Exception {
        HttpResponse<String> answer =
                command(simulator, "PUT", "/simulator/factor", "{\"factor\": 60" + " ".repeat(20_000) + "}");

        assertProblem(answer, 413);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String method, String body) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    request.method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static void assertProblem(HttpResponse<String> answer, int status) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).doesNotContain("Exception", "java", "jackson");
        JsonNode problem = read(answer);
        assertThat(problem.path("type").asText()).isEqualTo("about:blank");
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(problem.has("field"))
                .isEqualTo(status == 400 || problem.path("detail").asText().startsWith("id "));
    }

    @BeforeEach
    void startTheBroker() {
        kafka.launchOnce();
    }

    private static JsonNode read(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body());
    }
}
