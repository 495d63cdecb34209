package smartcity.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.local.infra.LoopbackPort;

/// A Prometheus that reads the running city: every query of dashboards and alerts finds something.
@Tag("long")
class PrometheusIT {
    /// Several times as long as the sink holds records, and as the ranges of queries.
    private static final Duration SOON = Duration.ofMinutes(3);

    private static final int PORT = LoopbackPort.anyFree();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static UpProcess city;

    @BeforeAll
    static void observesACityWithFaults() throws Exception {
        boolean installed = Files.isExecutable(Path.of("../target/tools/bin/prometheus"));
        assertThat(installed || !"true".equals(System.getenv("CI")))
                .as("Prometheus is installed: deploy-tests/install-tools")
                .isTrue();
        assumeTrue(installed, "Prometheus is missing: run deploy-tests/install-tools");
        city = UpProcess.start(folder, "--observe=" + PORT, "--vehicles=60", "--factor=20");
        city.awaitLine("prometheus is ready: http://127.0.0.1:" + PORT);
        HttpRequest faults = HttpRequest.newBuilder(
                        addressOf("weather-simulator").resolve("/simulator/faults"))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"late\": 0.5}"))
                .build();
        assertThat(HTTP.send(faults, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isBetween(200, 299);
    }

    @AfterAll
    static void stops() {
        if (city != null) {
            city.close();
        }
    }

    @Test
    void readsEveryService() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ask("/api/v1/query?query=" + encoded("up == 1"))
                                .at("/data/result")
                                .findValuesAsText("app_kubernetes_io_name"))
                        .contains(
                                "vehicle-simulator",
                                "weather-simulator",
                                "incident-simulator",
                                "s3-parquet-sink",
                                "city-view"));
    }

    @Test
    void answersTheQueriesOfDashboards() throws IOException {
        List<String> queries = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("../deploy/observability/grafana/dashboards"))) {
            for (Path file : files.toList()) {
                JSON.readTree(file.toFile())
                        .findValuesAsText("expr")
                        .forEach(query -> queries.add(query.replace("$__rate_interval", "30s")));
            }
        }

        assertThat(queries).hasSizeGreaterThan(40);
        await().atMost(SOON)
                .pollInterval(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(unanswered(queries)).isEmpty());
    }

    /// Each comparison gives 0 or 1 here, as no alert should fire.
    @Test
    void answersTheQueriesOfAlerts() throws Exception {
        List<String> queries = new ArrayList<>();
        for (JsonNode group : ask("/api/v1/rules").at("/data/groups")) {
            for (JsonNode rule : group.path("rules")) {
                queries.add(rule.path("query").asText().replaceAll("([<>]=?|==) (?=[\\d.])", "$1 bool "));
            }
        }

        assertThat(queries).hasSizeGreaterThan(15);
        await().atMost(SOON)
                .pollInterval(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(unanswered(queries)).isEmpty());
    }

    @Test
    void findsNothingForAMetricThatDoesNotExist() throws Exception {
        assertThat(unanswered(List.of("sum(sink_laag_offsets)"))).containsExactly("sum(sink_laag_offsets)");
    }

    private static List<String> unanswered(List<String> queries) throws Exception {
        List<String> unanswered = new ArrayList<>();
        for (String query : queries) {
            if (ask("/api/v1/query?query=" + encoded(query)).at("/data/result").isEmpty()) {
                unanswered.add(query);
            }
        }
        return unanswered;
    }

    private static JsonNode ask(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + path))
                .build();
        JsonNode answer = JSON.readTree(
                HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
        assertThat(answer.path("status").asText()).as(path + ": " + answer).isEqualTo("success");
        return answer;
    }

    private static String encoded(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    /// From the line `weather-simulator is ready: http://...`.
    private static URI addressOf(String service) {
        String start = service + " is ready: ";
        return city.lines().stream()
                .filter(line -> line.startsWith(start))
                .map(line -> URI.create(line.substring(start.length())))
                .findFirst()
                .orElseThrow();
    }
}
