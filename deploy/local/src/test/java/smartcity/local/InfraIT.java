package smartcity.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.local.child.Child;
import smartcity.local.child.Program;
import smartcity.local.child.StopRequest;
import smartcity.local.infra.Infra;
import smartcity.local.infra.InfraSettings;
import smartcity.local.infra.Installation;
import smartcity.local.infra.Port;
import smartcity.local.infra.TopicProgress;
import smartcity.local.infra.Topics;

/// The packaged launcher with a real Kafka and a real S3.
class InfraIT {
    private static final Duration LONG = Duration.ofSeconds(90);
    /// What the JVM reports after SIGTERM: it ended in its own way.
    private static final int ENDED_ON_REQUEST = 143;

    private final Installation installation = new Installation(Path.of("../.."));
    private final List<Child> started = new ArrayList<>();

    @TempDir
    private Path temporary;

    @BeforeAll
    static void silenceTheClient() {
        LogManager.getLogManager().reset();
    }

    @AfterEach
    void leaveNothing() {
        started.forEach(Child::kill);
    }

    private InfraSettings settings() {
        return InfraSettings.of(temporary.resolve("a city"), Port.anyFree(), Port.anyFree());
    }

    private Child start(Child child) {
        started.add(child);
        return child;
    }

    private Child up(int kafkaPort) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(
                java,
                "-Xmx128m",
                "-Dsmartcity.home=" + installation.home(),
                "-cp",
                installation.launcherClassPath(),
                SmartCity.class.getName(),
                "up",
                "--infra-only",
                "--data=" + temporary.resolve("a city"),
                "--kafka-port=" + kafkaPort,
                "--s3-port=" + Port.anyFree());
        return start(Child.start(new Program("launcher", command, Map.of()), temporary));
    }

    private static void awaitReady(Child launcher) {
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(launcher.lastLines(50)).contains("Ctrl-C stops in order"));
    }

    /// Kafka and S3, each followed by the shell of its leash; the launcher's own leash is not its child's.
    private static List<ProcessHandle> childrenOf(Child launcher) {
        return ProcessHandle.of(launcher.pid())
                .orElseThrow()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .flatMap(child -> Stream.concat(Stream.of(child), child.descendants()))
                .toList();
    }

    private static void awaitEndOf(List<ProcessHandle> children) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(children).noneMatch(ProcessHandle::isAlive));
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
    void goesOnOnTheFolderOfTheRunBefore() {
        InfraSettings settings = settings();
        Infra infra = new Infra(installation, settings);
        StopRequest stop = new StopRequest();
        // A fast city is far ahead of the wall clock, and the broker must take that.
        Instant eventTime = Instant.parse("2040-01-01T00:00:00Z");
        try (Topics topics = new Topics(settings.bootstrapServers(), List.of("gps_data"), "sink")) {
            Child first = start(infra.startKafka());
            infra.awaitKafka(first, topics, stop);
            topics.createMissing(3);
            produce(settings.bootstrapServers(), eventTime);
            first.stop(LONG);
            assertThat(first.exitCode()).isEqualTo(ENDED_ON_REQUEST);

            Child second = start(infra.startKafka());
            infra.awaitKafka(second, topics, stop);
            topics.createMissing(3);

            assertThat(topics.progress()).containsExactly(new TopicProgress("gps_data", 10, 0));
            assertThat(topics.newestEvent()).contains(eventTime);
        }
    }

    @Test
    void leavesNoOrphanWhenTheLauncherIsKilled() {
        Child launcher = up(Port.anyFree());
        awaitReady(launcher);
        List<ProcessHandle> children = childrenOf(launcher);
        assertThat(children).hasSize(4).allMatch(ProcessHandle::isAlive);

        launcher.kill();

        awaitEndOf(children);
    }

    @Test
    void stopsInOrderOnRequest() {
        Child launcher = up(Port.anyFree());
        awaitReady(launcher);
        List<ProcessHandle> children = childrenOf(launcher);

        launcher.stop(LONG);

        assertThat(launcher.exitCode()).isZero();
        assertThat(launcher.lastLines(2)).containsExactly("Stopping s3", "Stopping kafka");
        awaitEndOf(children);
    }

    @Test
    void saysWhichPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Child launcher = up(taken.getLocalPort());

            launcher.endsWithin(LONG);

            assertThat(launcher.exitCode()).isEqualTo(1);
            assertThat(launcher.lastLines(50))
                    .containsExactly(
                            "Port " + taken.getLocalPort() + ", which Kafka needs, is taken by another program:"
                                    + " stop that program or choose another port with --kafka-port");
        }
    }

    @Test
    void saysWhoDiedAndStopsTheRest() {
        Child launcher = up(Port.anyFree());
        awaitReady(launcher);
        List<ProcessHandle> children = childrenOf(launcher);
        ProcessHandle s3 = children.stream()
                .filter(child -> child.info().commandLine().orElse("").contains("s3proxy"))
                .findFirst()
                .orElseThrow();

        s3.destroyForcibly();
        launcher.endsWithin(LONG);

        assertThat(launcher.exitCode()).isEqualTo(1);
        assertThat(launcher.lastLines(50))
                .anyMatch(line -> line.startsWith("s3 ended with exit code 137; the end of its log "));
        awaitEndOf(children);
    }
}
