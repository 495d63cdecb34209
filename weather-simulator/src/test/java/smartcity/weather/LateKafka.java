package smartcity.weather;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.Map;

/// A broker that is not there yet when the service starts: a test calls it up. Ten minutes pass in a second.
public class LateKafka implements QuarkusTestResourceLifecycleManager {
    private final int port = freePort();
    private final EmbeddedKafkaBroker broker = new EmbeddedKafkaBroker()
            .withNodeId(0)
            .withKafkaHost("localhost")
            .withKafkaPort(port)
            .withControllerPort(freePort())
            .withDeleteLogDirsOnClose(true);

    @Override
    public Map<String, String> start() {
        return Map.of(
                "kafka.bootstrap.servers", bootstrap(),
                "quarkus.http.test-port", "0",
                "simulation.epoch", Instant.now().toString(),
                "simulation.start", "2026-11-23T12:00:00Z",
                "simulation.factor", "600");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, field -> field.getType() == LateKafka.class);
    }

    @Override
    public void stop() {
        broker.close();
    }

    void arrive() {
        broker.start();
    }

    String bootstrap() {
        return "localhost:" + port;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to find a free port", e);
        }
    }
}
