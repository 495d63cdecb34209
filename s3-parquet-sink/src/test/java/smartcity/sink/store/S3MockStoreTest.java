package smartcity.sink.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The store's contract against a second implementation of S3 beside S3Proxy: Adobe's S3Mock, in a process of its own.
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S3MockStoreTest {
    /// Copied there by the build for the long tests.
    private static final Path PROGRAM = Path.of("target", "s3mock.jar");

    @SuppressWarnings("NullAway.Init") // started before all tests
    private Process server;

    @SuppressWarnings("NullAway.Init") // started before all tests
    private URI endpoint;

    @SuppressWarnings("NullAway.Init") // each test begins with a new one
    private S3TestBucket tested;

    @SuppressWarnings("NullAway.Init") // each test begins with a new one
    private S3ObjectStore store;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        endpoint = URI.create("http://127.0.0.1:" + freePort());
        server = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        PROGRAM.toAbsolutePath().toString(),
                        "--server.port=0",
                        "--com.adobe.testing.s3mock.httpPort=" + endpoint.getPort()))
                .redirectErrorStream(true)
                .redirectOutput(Files.createTempFile(Path.of("target"), "s3mock-", ".log")
                        .toFile())
                .start();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(endpoint).build();
            await().atMost(Duration.ofMinutes(2))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(client.send(request, BodyHandlers.ofString())
                                    .statusCode())
                            .isEqualTo(200));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @AfterAll
    void stop() {
        server.destroyForcibly();
    }

    @BeforeEach
    void createBucket() {
        String bucket = "lake-" + UUID.randomUUID();
        tested = S3TestBucket.of(endpoint, bucket);
        tested.client().createBucket(request -> request.bucket(bucket));
        store = tested.open(ObjectSettings.DEFAULT);
    }

    @AfterEach
    void close() {
        store.close();
        tested.close();
    }

    @Nested
    class Whole implements S3StoreContract {
        @Override
        public ObjectStore store() {
            return store;
        }

        @Override
        public S3TestBucket bucket() {
            return tested;
        }
    }

    /// S3Mock 5.2.0 deletes the object that is there when it refuses to complete an upload in parts of the
    /// same key. The sink waits at its start instead of landing in such a store.
    @Test
    void isNoStoreOfUploadsInPartsAndTheStartSaysSo() {
        WriteProbe probe = new WriteProbe(store, store.inParts(), "lake/");

        WriteProbe.ProbeResult finding = probe.probe();

        assertThat(finding)
                .isInstanceOfSatisfying(
                        WriteProbe.ProbeResult.Unavailable.class,
                        unavailable -> assertThat(unavailable.reason()).contains("lake/_sink/probe", "NoSuchKey"));
    }
}
