package smartcity.sink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The packaged sink in its own process, as it is deployed.
record SinkProcess(Process process, int port, Path log) implements AutoCloseable {
    /// Its connections become HTTP/2 by their first request, as those of many clients do.
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /// Topics that no test creates, so that a sink lands nothing but what its test has set.
    static final Map<String, String> NO_TOPICS = Map.of(
            "sink.city.vehicle", "absent_vehicle",
            "sink.city.gps", "absent_gps",
            "sink.city.traffic", "absent_traffic",
            "sink.city.weather", "absent_weather",
            "sink.city.emergency", "absent_emergency");

    /// Options of the process in addition to the addresses of Kafka and the bucket.
    ///
    /// @param environment more variables; an empty value removes one
    record Options(Map<String, String> settings, Map<String, String> environment, List<String> arguments) {}

    /// Starts a sink that lands the topics of `settings` and no others.
    static SinkProcess start(String kafka, LocalBucket bucket, Path log, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(NO_TOPICS);
        all.putAll(settings);
        return start(kafka, bucket, log, new Options(all, Map.of(), List.of()));
    }

    static SinkProcess start(String kafka, LocalBucket bucket, Path log, Options options) {
        try {
            int port = FreePort.any();
            Map<String, String> settings = new HashMap<>(options.settings());
            settings.put("quarkus.http.port", Integer.toString(port));
            settings.put("quarkus.http.host", "127.0.0.1");
            List<String> command = SinkApplication.underTest().command(settings);
            command.addAll(options.arguments());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment()
                    .putAll(Map.of(
                            "KAFKA_BOOTSTRAP_SERVERS",
                            kafka,
                            "SINK_BUCKET",
                            bucket.name(),
                            "QUARKUS_S3_ENDPOINT_OVERRIDE",
                            bucket.endpoint().toString(),
                            "QUARKUS_S3_PATH_STYLE_ACCESS",
                            "true",
                            "AWS_REGION",
                            "eu-west-2",
                            "AWS_ACCESS_KEY_ID",
                            LocalBucket.ACCESS_KEY,
                            "AWS_SECRET_ACCESS_KEY",
                            LocalBucket.SECRET_KEY));
            builder.environment().putAll(options.environment());
            builder.environment().values().removeIf(String::isEmpty);
            return new SinkProcess(builder.start(), port, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Sends a request and returns the answer.
    ///
    /// @param headers names and values by turns
    HttpResponse<String> request(String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        return HTTP.send(
                (headers.length == 0 ? request : request.headers(headers)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /// The answer of the status endpoint; empty while nothing answers.
    String status() throws InterruptedException {
        try {
            return request("GET", "/sink/status").body();
        } catch (IOException e) {
            return "";
        }
    }

    boolean ready() {
        try {
            return request("GET", "/q/health/ready").statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Waits for the process to end and returns its exit code.
    int exitCode() throws InterruptedException {
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException("Failed to end the sink within 2 minutes; it logged:\n" + logged());
        }
        return process.exitValue();
    }

    String logged() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
