package smartcity.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A sink whose only broker is stopped and comes back, or another cluster in its place.
@Tag("long")
class OutageIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String TOPIC = "numbered";

    /// The client writes one to the log at each attempt to connect, a second apart.
    private static final String ATTEMPT = "could not be established";

    private final LocalBucket bucket = LocalBucket.create();
    private final LandedIdentities landed = new LandedIdentities(bucket);

    @TempDir
    private Path folder;

    private SinkProcess start(DiskKafka kafka, String protocol) {
        return SinkProcess.start(
                kafka.servers(),
                bucket,
                folder.resolve("sink.log"),
                Map.of(
                        "sink.group",
                        "outage",
                        "sink.group-protocol",
                        protocol,
                        "sink.threads",
                        "2",
                        "sink.rollover.max-age",
                        "PT0.5S",
                        "sink.schemas.directory",
                        folder.resolve("schemas").toString(),
                        "sink.topics",
                        TOPIC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"consumer", "classic"})
    void waitsWithoutWorkAndGoesOnWhenTheBrokerIsBack(String protocol) throws Exception {
        DiskKafka.writeSchemas(folder.resolve("schemas"), List.of(TOPIC));
        try (DiskKafka kafka = new DiskKafka(folder.resolve("kafka"))) {
            kafka.create(List.of(TOPIC));
            try (SinkProcess sink = start(kafka, protocol)) {
                kafka.send(TOPIC, "first", 0, 9);
                awaitLanded("first 0-9");

                kafka.stop();
                awaitAttempts(sink, 5);
                Instant begin = Instant.now();
                Duration before = processorTime(sink);
                awaitAttempts(sink, 5);
                Duration spent = processorTime(sink).minus(before);

                assertThat(spent)
                        .isLessThan(Duration.between(begin, Instant.now()).dividedBy(4));

                kafka.startAgain();
                kafka.send(TOPIC, "first", 10, 19);
                awaitLanded("first 0-19");
            }
        }
    }

    @Test
    void landsNothingOfAClusterThatWasBuiltAgainAtItsAddress() throws Exception {
        DiskKafka.writeSchemas(folder.resolve("schemas"), List.of(TOPIC));
        try (DiskKafka kafka = new DiskKafka(folder.resolve("kafka"))) {
            kafka.create(List.of(TOPIC));
            try (SinkProcess sink = start(kafka, "classic")) {
                kafka.send(TOPIC, "first", 0, 9);
                awaitLanded("first 0-9");

                buildAgain(kafka);

                awaitBlocked(sink);
                assertThat(landed.of(TOPIC, 0)).containsExactly("first 0-9");
            }
        }
    }

    /// Kafka's client of the next-generation protocol does not join a group again that Kafka does not have.
    @Test
    void endsWhenItsGroupIsGoneAndTheNextStartLandsNothingOfAnotherCluster() throws Exception {
        DiskKafka.writeSchemas(folder.resolve("schemas"), List.of(TOPIC));
        try (DiskKafka kafka = new DiskKafka(folder.resolve("kafka"))) {
            kafka.create(List.of(TOPIC));
            try (SinkProcess sink = start(kafka, "consumer")) {
                kafka.send(TOPIC, "first", 0, 9);
                awaitLanded("first 0-9");

                buildAgain(kafka);

                assertThat(sink.exitCode()).isEqualTo(1);
                assertThat(sink.logged()).contains("Failed to stay in group outage: Kafka does not have it any more");
            }
            try (SinkProcess sink = start(kafka, "consumer")) {
                awaitBlocked(sink);
                assertThat(landed.of(TOPIC, 0)).containsExactly("first 0-9");
            }
        }
    }

    private static void buildAgain(DiskKafka kafka) throws Exception {
        kafka.stop();
        kafka.buildAgain();
        kafka.create(List.of(TOPIC));
        kafka.send(TOPIC, "rebuilt", 0, 29);
    }

    private static void awaitBlocked(SinkProcess sink) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(sink.status())
                        .contains("topic numbered must be topic ID", "or its cluster was built again"));
    }

    /// Waits for so many more attempts to reach the broker.
    private static void awaitAttempts(SinkProcess sink, int more) {
        long wanted = attempts(sink) + more;
        await().atMost(SOON).untilAsserted(() -> assertThat(attempts(sink)).isGreaterThanOrEqualTo(wanted));
    }

    private static long attempts(SinkProcess sink) {
        return sink.logged().lines().filter(line -> line.contains(ATTEMPT)).count();
    }

    private static Duration processorTime(SinkProcess sink) {
        return sink.process().info().totalCpuDuration().orElseThrow();
    }

    private void awaitLanded(String... records) {
        await().atMost(SOON).untilAsserted(() -> assertThat(landed.of(TOPIC, 0)).containsExactly(records));
    }
}
