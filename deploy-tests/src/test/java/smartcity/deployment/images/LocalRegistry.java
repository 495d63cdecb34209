package smartcity.deployment.images;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import smartcity.deployment.Tool;
import smartcity.local.infra.LoopbackPort;

/// A container registry of its own process, on loopback and without TLS.
///
/// @param process the registry
/// @param port where it listens
record LocalRegistry(Process process, int port) implements AutoCloseable {

    /// Starts a registry that keeps its images in a folder.
    static LocalRegistry start(Path folder) throws IOException {
        int port = LoopbackPort.anyFree();
        Path settings = Files.writeString(folder.resolve("registry.yml"), """
                version: 0.1
                storage: {filesystem: {rootdirectory: %s}}
                http: {addr: "127.0.0.1:%d"}
                log: {level: warn}
                """.formatted(folder.resolve("data"), port));
        Process process = new ProcessBuilder(
                        Tool.named("docker-registry").program().toString(), "serve", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("registry.log").toFile())
                .start();
        LocalRegistry registry = new LocalRegistry(process, port);
        await().atMost(Duration.ofSeconds(20)).until(registry::listens);
        return registry;
    }

    private boolean listens() {
        try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /// Its name in an image's name.
    String host() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("Failed to stop the registry", e));
        }
    }
}
