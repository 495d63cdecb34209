package smartcity.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.local.child.ChildProcess;
import smartcity.local.child.ChildProgram;
import smartcity.local.infra.LoopbackPort;

/// `./smartcity dev` in a copy of the repository, beside a Kafka and an S3 of its own: an edit is seen.
@Tag("long")
class DevIT {
    private static final Duration BUILD = Duration.ofMinutes(8);
    private static final Duration RELOAD = Duration.ofMinutes(2);
    private static final Set<String> LEFT_OUT = Set.of("target", ".git", ".city", "node_modules");

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path temporary;

    @Test
    void anEditIsSeenWithTheNextRequest() throws IOException {
        // given
        Path project = temporary.resolve("copy");
        copy(Path.of("..").toRealPath(), project);
        Path data = project.resolve(".city");
        int port = LoopbackPort.anyFree();
        ChildProcess infra = infra(data);
        ChildProcess dev = dev(project, port);
        try {
            URI openApi = URI.create("http://127.0.0.1:" + port + "/q/openapi");
            await().atMost(BUILD)
                    .untilAsserted(() -> assertThat(answer(openApi))
                            .as("ended=%s %s", !dev.isAlive(), dev.lastLines(30))
                            .contains("One station, by its deviceId"));

            // when
            Path source = project.resolve("weather-simulator/src/main/java/smartcity/weather/StationResource.java");
            Files.writeString(
                    source,
                    Files.readString(source).replace("One station, by its deviceId", "One station that was edited"));

            // then
            await().atMost(RELOAD)
                    .untilAsserted(() -> assertThat(answer(openApi))
                            .as("log %s", dev.lastLines(30))
                            .contains("One station that was edited"));
        } finally {
            // Live coding runs in a process of Maven's, which would outlive it.
            ProcessHandle.of(dev.pid())
                    .ifPresent(process -> process.descendants().forEach(ProcessHandle::destroyForcibly));
            dev.kill();
            infra.kill();
        }
    }

    private String answer(URI uri) throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60)).build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            return "no answer";
        }
    }

    private ChildProcess infra(Path data) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-Dsmartcity.home=" + Path.of("..").toAbsolutePath().normalize(),
                "-cp",
                UpProcess.classPath(),
                SmartCityCli.class.getName(),
                "up",
                "--infra-only",
                "--data=" + data,
                "--kafka-port=" + LoopbackPort.anyFree(),
                "--s3-port=" + LoopbackPort.anyFree());
        ChildProcess infra =
                ChildProcess.start(new ChildProgram("infra", command, Map.of()), temporary.resolve("logs"));
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(infra.lastLines(50)).contains("Ctrl-C stops in order"));
        return infra;
    }

    private ChildProcess dev(Path project, int port) {
        return ChildProcess.start(
                new ChildProgram(
                        "dev",
                        List.of(project.resolve("smartcity").toString(), "dev", "weather-simulator"),
                        Map.of(
                                "JAVA_HOME",
                                System.getProperty("java.home"),
                                "QUARKUS_HTTP_PORT",
                                Integer.toString(port))),
                temporary.resolve("logs"));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (LEFT_OUT.contains(folder.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile() && !file.getFileName().toString().equals(".git")) {
                    Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
