package smartcity.deployment.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A container of the Docker engine, restrained as the manifests do it, in the network of this machine.
///
/// @param name of the container; no other has the same port
/// @param image that it was made of, for it alone
/// @param port where the service listens
record EngineContainer(String name, String image, int port) implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /// Ends the calling test where no engine runs.
    static void requireEngine() throws InterruptedException {
        boolean runs;
        try {
            runs = new ProcessBuilder("docker", "info")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            runs = false;
        }
        assumeTrue(runs, "No Docker engine runs on this machine");
    }

    /// Starts a container.
    ///
    /// @param memory limit in the form of Docker, such as `512m`
    static EngineContainer start(String image, String memory, int port, Map<String, String> environment)
            throws IOException, InterruptedException {
        EngineContainer container = new EngineContainer("smart-city-test-" + port, image, port);
        List<String> command = new ArrayList<>(List.of(
                "run",
                "--detach",
                "--name",
                container.name,
                "--network",
                "host",
                "--read-only",
                "--tmpfs",
                "/tmp:exec,size=64m",
                "--cap-drop",
                "ALL",
                "--security-opt",
                "no-new-privileges",
                "--memory",
                memory,
                "--env",
                "QUARKUS_HTTP_PORT=" + port));
        environment.forEach((name, value) -> command.addAll(List.of("--env", name + "=" + value)));
        command.add(image);
        try {
            docker(command.toArray(String[]::new));
        } catch (IOException e) {
            container.removeAfter(e);
            throw e;
        }
        return container;
    }

    /// Waits until the service is ready.
    void awaitReady() {
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            assertThat(running()).as(this::log).isTrue();
            assertThat(status()).as(this::log).isEqualTo(200);
        });
    }

    private int status() throws InterruptedException {
        try {
            return HTTP.send(request("/q/health/ready"), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException _) {
            return 0;
        }
    }

    /// The service's answer.
    String get(String path) throws IOException, InterruptedException {
        return HTTP.send(request(path), BodyHandlers.ofString()).body();
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
    }

    private boolean running() throws IOException, InterruptedException {
        return inspect("{{.State.Running}}").equals("true");
    }

    /// Sends SIGTERM, waits for the end, and returns the exit code.
    int stop() throws IOException, InterruptedException {
        docker("stop", "--time", "60", name);
        assertThat(inspect("{{.State.OOMKilled}}")).isEqualTo("false");
        return Integer.parseInt(inspect("{{.State.ExitCode}}"));
    }

    /// What the service has written.
    String log() {
        try {
            return docker("logs", name);
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e.toString();
        }
    }

    private String inspect(String format) throws IOException, InterruptedException {
        return docker("inspect", "--format", format, name).strip();
    }

    /// An engine keeps a container that it could not start.
    private void removeAfter(IOException failure) {
        try {
            close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /// Removes the container and its image.
    @Override
    public void close() throws IOException {
        try {
            docker("rm", "--force", name);
            docker("rmi", "--force", image);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String docker(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("Failed to run " + String.join(" ", command) + ": " + output);
        }
        return output;
    }
}
