package smartcity.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.local.child.ChildProcess;
import smartcity.local.child.StopRequest;
import smartcity.local.infra.BuiltProject;
import smartcity.local.infra.InfraSettings;
import smartcity.local.infra.KafkaTopics;
import smartcity.local.infra.LocalInfra;
import smartcity.local.infra.LoopbackPort;
import smartcity.local.infra.TopicProgress;

/// A real Kafka on the data folder of a run before.
class LocalInfraIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(90);
    /// What the JVM reports after SIGTERM: it ended in its own way.
    private static final int ENDED_ON_REQUEST = 143;

    private final List<ChildProcess> started = new ArrayList<>();

    @TempDir
    private Path temporary;

    @BeforeAll
    static void silenceTheClient() {
        LogManager.getLogManager().reset();
    }

    @AfterEach
    void leaveNothing() {
        started.forEach(ChildProcess::kill);
    }

    private ChildProcess start(ChildProcess child) {
        started.add(child);
        return child;
    }

    private static void produce(String bootstrapServers, Instant eventTime) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "compression.type", "lz4");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (int i = 0; i < 10; i++) {
                var _ = producer.send(new ProducerRecord<>("gps_data", null, eventTime.toEpochMilli(), "v" + i, "{}"));
            }
        }
    }

    @Test
    void continuesOnTheFolderOfTheRunBefore() {
        InfraSettings settings =
                InfraSettings.of(temporary.resolve("a city"), LoopbackPort.anyFree(), LoopbackPort.anyFree());
        LocalInfra infra = new LocalInfra(new BuiltProject(Path.of("..")), settings);
        StopRequest stop = new StopRequest();
        // A fast city is far ahead of the wall clock, and the broker must take that.
        Instant eventTime = Instant.parse("2040-01-01T00:00:00Z");
        try (KafkaTopics topics = new KafkaTopics(settings.bootstrapServers(), List.of("gps_data"), "sink")) {
            ChildProcess first = start(infra.startKafka());
            infra.awaitKafka(first, topics, stop);
            topics.createMissing(3);
            produce(settings.bootstrapServers(), eventTime);
            first.stop(TIMEOUT);
            assertThat(first.exitCode()).isEqualTo(ENDED_ON_REQUEST);

            ChildProcess second = start(infra.startKafka());
            infra.awaitKafka(second, topics, stop);
            topics.createMissing(3);

            assertThat(topics.progress()).containsExactly(new TopicProgress("gps_data", 10, 0));
            assertThat(topics.newestEvent()).contains(eventTime);
        }
    }
}
