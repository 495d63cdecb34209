package smartcity.emission.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import smartcity.event.CityTopic;

/// A running simulator, over HTTP. See [SimulatorTest].
public final class RunningSimulator {
    /// Longest wait for the simulator; chosen: far above what a loaded machine takes.
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;

    RunningSimulator(URI address) {
        this.address = address;
    }

    /// The address of one of its paths, for requests that [#get] and [#send] cannot make.
    public URI uri(String path) {
        return address.resolve(path);
    }

    /// Waits until it reports that it is live and not ready.
    public void awaitLiveButNotReady() throws IOException, InterruptedException {
        awaitReadiness(503);
        assertThat(get("/q/health/live").statusCode()).isEqualTo(200);
    }

    /// Waits until it reports that it is ready.
    public void awaitReady() {
        awaitReadiness(200);
    }

    /// Whether its status reports that events are emitted.
    public boolean emitting() throws IOException, InterruptedException {
        return status().path("emitting").booleanValue();
    }

    /// Events of a topic that Kafka has acknowledged, by its status.
    public long emitted(CityTopic topic) throws IOException, InterruptedException {
        return status().path("emitted").path(topic.defaultName()).longValue();
    }

    /// What it has taken over from the topics that it reads.
    public JsonNode coupling() throws IOException, InterruptedException {
        return read("/simulator/coupling");
    }

    /// Sum of a counter over all its tags that contain a text, such as `kind="late"`; zero where it was never counted.
    public long counted(String counter, String tags) throws IOException, InterruptedException {
        return get("/q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(counter + "{") && line.contains(tags))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /// A metric without tags, or with exactly these, such as `smartcity_records_total{topic="gps_data"}`.
    public double metric(String series) throws IOException, InterruptedException {
        return get("/q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no metric " + series));
    }

    /// Its response to a GET.
    ///
    /// @param headers names and values alternately
    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        return http.send(
                (headers.length == 0 ? request : request.headers(headers)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /// Its response to a request that changes something.
    ///
    /// @param body JSON, empty for none
    /// @param headers names and values alternately, in addition to the content type
    public HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        return http.send(
                (headers.length == 0 ? request : request.headers(headers)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private void awaitReadiness(int expected) {
        await().atMost(TIMEOUT)
                .untilAsserted(
                        () -> assertThat(get("/q/health/ready").statusCode()).isEqualTo(expected));
    }

    private JsonNode status() throws IOException, InterruptedException {
        return read("/simulator/status");
    }

    private JsonNode read(String path) throws IOException, InterruptedException {
        return new ObjectMapper().readTree(get(path).body());
    }
}
