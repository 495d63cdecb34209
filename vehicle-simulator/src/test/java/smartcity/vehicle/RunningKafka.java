package smartcity.vehicle;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.Map;

/// A broker, and a city in which a minute passes in five seconds, at the morning peak.
public class RunningKafka implements QuarkusTestResourceLifecycleManager {
    private final int port = freePort();
    private final EmbeddedKafkaBroker broker = new EmbeddedKafkaBroker()
            .withNodeId(0)
            .withKafkaHost("localhost")
            .withKafkaPort(port)
            .withControllerPort(freePort())
            .withDeleteLogDirsOnClose(true);

    @Override
    public Map<String, String> start() {
        broker.start();
        return Map.of(
                "kafka.bootstrap.servers", bootstrap(),
                "quarkus.http.test-port", "0",
                "vehicle.count", "60",
                "simulation.epoch", Instant.now().toString(),
                "simulation.start", "2026-11-23T08:00:00Z",
                "simulation.factor", "12");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, field -> field.getType() == RunningKafka.class);
    }

    @Override
    public void stop() {
        broker.close();
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
