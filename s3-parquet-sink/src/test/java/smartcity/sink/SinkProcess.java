package smartcity.sink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The packaged sink in a process of its own, as it is deployed.
record SinkProcess(Process process, int port, Path log) implements AutoCloseable {
    /// What is said to the process besides where Kafka and the bucket are.
    ///
    /// @param environment more variables; an empty value takes one away
    record Wish(Map<String, String> settings, Map<String, String> environment, List<String> arguments) {}

    static SinkProcess start(String kafka, LocalBucket bucket, Path log, Map<String, String> settings) {
        return start(kafka, bucket, log, new Wish(settings, Map.of(), List.of()));
    }

    static SinkProcess start(String kafka, LocalBucket bucket, Path log, Wish wish) {
        try {
            int port = freePort();
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "@jvm.options",
                    "-Dquarkus.http.port=" + port,
                    "-Dquarkus.http.host=127.0.0.1"));
            wish.settings().forEach((name, value) -> command.add("-D" + name + "=" + value));
            command.addAll(List.of("-jar", "target/quarkus-app/quarkus-run.jar"));
            command.addAll(wish.arguments());
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
            builder.environment().putAll(wish.environment());
            builder.environment().values().removeIf(String::isEmpty);
            return new SinkProcess(builder.start(), port, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /// The answer to a request.
    HttpResponse<String> ask(String method, String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    /// What the status endpoint says; empty while nothing answers.
    String status() throws InterruptedException {
        try {
            return ask("GET", "/sink/status").body();
        } catch (IOException e) {
            return "";
        }
    }

    boolean ready() {
        try {
            return ask("GET", "/q/health/ready").statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Waits for the process to end and returns its exit code.
    int exitCode() throws InterruptedException {
        if (!process.waitFor(40, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Failed to stop the sink in time");
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
