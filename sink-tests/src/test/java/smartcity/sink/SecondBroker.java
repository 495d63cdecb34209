package smartcity.sink;

import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/// A second broker of the cluster of a [DiskKafka], which stays the only controller. For one thread.
final class SecondBroker implements AutoCloseable {
    private static final int ID = 7;

    private final DiskKafka kafka;
    private final Path folder;
    private final int port = FreePort.any();
    private EmbeddedKafkaBroker broker;

    /// Starts it.
    ///
    /// @param folder that does not exist yet
    SecondBroker(DiskKafka kafka, Path folder) {
        this.kafka = kafka;
        this.folder = folder;
        this.broker = start();
    }

    private EmbeddedKafkaBroker start() {
        String address = "PLAINTEXT://localhost:" + port;
        return new EmbeddedKafkaBroker()
                .withNodeId(ID)
                .withClusterId(kafka.clusterId())
                .withKafkaPort(port)
                .withDeleteLogDirsOnClose(false)
                .withAdditionalProperties(properties -> {
                    properties.putAll(kafka.properties(folder));
                    properties.putAll(Map.of(
                            "process.roles",
                            "broker",
                            "controller.quorum.voters",
                            kafka.controller(),
                            "listeners",
                            address,
                            "advertised.listeners",
                            address));
                })
                .start();
    }

    /// Creates a topic of one partition that only this broker has.
    void create(String topic) throws ExecutionException, InterruptedException {
        try (Admin admin = kafka.admin()) {
            CreatedTopics.await(admin.createTopics(List.of(new NewTopic(topic, Map.of(0, List.of(ID))))));
        }
    }

    /// Stops the broker: its partitions have no leader.
    void stop() {
        broker.close();
    }

    /// Starts it at the same address, with all that it has stored.
    void startAgain() {
        broker = start();
    }

    @Override
    public void close() {
        broker.close();
    }
}
