package smartcity.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.sink.LandedObjects.Landed;

/// Several packaged sinks in one group, by both protocols.
class MembershipIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final TestKafka kafka = TestKafka.shared();
    private final LandedObjects lake = new LandedObjects(LocalBucket.create());

    @TempDir
    private Path folder;

    private int sent;

    private SinkProcess start(String protocol, String topic, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "sink.group", topic,
                "sink.group-protocol", protocol,
                "sink.city.gps", topic,
                "sink.rollover.max-age", "PT2S"));
        settings.putAll(more);
        return SinkProcess.start(kafka.servers(), lake.bucket(), folder.resolve("sink.log"), settings);
    }

    private void produce(String topic, int records) {
        for (int i = 0; i < records; i++) {
            kafka.send(topic, sent, TestRecords.gps(sent++));
        }
        kafka.flush();
    }

    private void awaitEverythingOnce(String topic) {
        await().atMost(SOON).untilAsserted(() -> assertThat(lake.landed(topic)).isEqualTo(new Landed(sent, sent)));
    }

    private static void signal(SinkProcess sink, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(sink.process().pid()))
                .start()
                .waitFor();
    }

    @Test
    void landsEveryRecordOnceWhileAMemberIsStoppedAndAnotherTakesOver() throws Exception {
        stopsAMember("consumer");
    }

    @Test
    @Tag("long")
    void landsEveryRecordOnceWhileAMemberIsStoppedAndAnotherTakesOverByTheClassicProtocol() throws Exception {
        stopsAMember("classic");
    }

    private void stopsAMember(String protocol) throws Exception {
        String topic = protocol + "_stopped";
        kafka.create(List.of(topic));
        Map<String, String> settings = new HashMap<>();
        // The records are held when the member is stopped, and due when it continues.
        settings.put("sink.rollover.max-age", "PT10S");
        // By the consumer protocol the broker decides when a silent member is gone.
        if (protocol.equals("classic")) {
            settings.put("kafka.session.timeout.ms", Integer.toString(TestKafka.SESSION_TIMEOUT_MILLIS));
        }
        try (SinkProcess stopped = start(protocol, topic, settings)) {
            produce(topic, 3000);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(stopped.status()).contains("\"heldRecords\":3000,"));

            signal(stopped, "STOP");
            try (SinkProcess other = start(protocol, topic, Map.of())) {
                produce(topic, 3000);
                awaitEverythingOnce(topic);
                produce(topic, 3000);
                signal(stopped, "CONT");
                produce(topic, 3000);

                awaitEverythingOnce(topic);
                assertThat(other.process().isAlive()).isTrue();
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(stopped.status()).contains("\"" + topic + "\":{"));
            }
        }
    }

    @Test
    void landsOnlyRevokedPartitionsWhenMembersJoinAndLeave() throws Exception {
        scalesFromOneToThreeAndBack("classic");
    }

    @Test
    @Tag("long")
    void landsOnlyRevokedPartitionsWhenMembersJoinAndLeaveByTheConsumerProtocol() throws Exception {
        scalesFromOneToThreeAndBack("consumer");
    }

    /// Each member has one thread and at first nothing is due, so every cut has a known cause. A busy machine must not
    /// make a revoked partition's records be dropped instead of landed.
    private void scalesFromOneToThreeAndBack(String protocol) throws Exception {
        String topic = protocol + "_scaled";
        Map<String, String> settings =
                Map.of("sink.threads", "1", "sink.rollover.max-age", "PT1H", "sink.revoke-timeout", "PT1M");
        kafka.create(List.of(topic));
        try (SinkProcess first = start(protocol, topic, settings)) {
            produce(topic, 3000);
            await().atMost(SOON).untilAsserted(() -> assertThat(first.status()).contains("\"heldRecords\":3000,"));
            try (SinkProcess second = start(protocol, topic, settings);
                    SinkProcess third = start(protocol, topic, settings)) {
                await().atMost(SOON).untilAsserted(() -> {
                    assertThat(first.status()).contains("\"partitions\":1,");
                    assertThat(second.status()).contains("\"partitions\":1,");
                    assertThat(third.status()).contains("\"partitions\":1,");
                });
                assertThat(cuts(first)).as(first::logged).containsExactly("revoked 2.0");
                second.process().destroy();
                third.process().destroy();
                second.exitCode();
                third.exitCode();
            }
            await().atMost(SOON).untilAsserted(() -> assertThat(first.status()).contains("\"partitions\":3,"));
            produce(topic, 300);
            await().atMost(SOON).untilAsserted(() -> assertThat(lag(first)).isEqualTo("0.0 0.0 0.0"));

            first.request("POST", "/sink/flush");

            awaitEverythingOnce(topic);
            assertThat(cuts(first)).as(first::logged).containsExactlyInAnyOrder("revoked 2.0", "flush 3.0");
        }
    }

    private static List<String> cuts(SinkProcess sink) throws IOException, InterruptedException {
        return Pattern.compile("sink_cuts_total\\{cause=\"(\\w+)\".*} (\\S+)")
                .matcher(sink.request("GET", "/q/metrics").body())
                .results()
                .map(found -> found.group(1) + " " + found.group(2))
                .toList();
    }

    private static String lag(SinkProcess sink) throws IOException, InterruptedException {
        return Pattern.compile("sink_lag_offsets\\{.*} (\\S+)")
                .matcher(sink.request("GET", "/q/metrics").body())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.joining(" "));
    }
}
