package smartcity.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.local.child.Child;
import smartcity.local.child.Jvm;
import smartcity.local.child.StopRequest;
import smartcity.local.infra.Infra;
import smartcity.local.infra.InfraSettings;
import smartcity.local.infra.Installation;
import smartcity.local.infra.Port;
import smartcity.local.infra.Topics;

/// Three replicas of the vehicle simulator, of which one is killed and another stands still for longer than the session
/// timeout, tell what one alone tells: per device the same records in the same order, none missing and none twice.
class ReplicasIT {
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final String START = "2026-11-23T08:00:00Z";
    private static final List<String> TOPICS = List.of("vehicle_data", "gps_data", "traffic_data");
    private static final Pattern OWNED = Pattern.compile("\"shards\":(\\d+)");

    private final Installation installation = new Installation(Path.of("../.."));
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Child> started = new ArrayList<>();

    @TempDir
    private Path temporary;

    @BeforeAll
    static void silenceTheClient() {
        LogManager.getLogManager().reset();
    }

    @AfterEach
    void leaveNothing() {
        started.reversed().forEach(Child::kill);
        http.close();
    }

    /// A simulator and the port it answers on.
    private record Replica(Child child, int port) {}

    @Test
    void tellWhatOneAloneTells() throws IOException, InterruptedException {
        InfraSettings three = kafka("three");
        Instant epoch = Instant.now();
        Map<String, String> live = Map.of("SIMULATION_FACTOR", "10", "SIMULATION_EPOCH", epoch.toString());
        Replica killed = replica("killed", three, live);
        awaitOwned(killed, 8);
        Replica stopped = replica("stopped", three, live);
        Replica left = replica("left", three, live);
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(List.of(owned(killed), owned(stopped), owned(left)))
                        .allSatisfy(shards -> assertThat(shards).isBetween(2, 3)));
        killed.child().kill();
        signal("STOP", stopped);
        awaitOwned(left, 8);
        signal("CONT", stopped);
        await().atMost(LONG).untilAsserted(() -> assertThat(owned(stopped)).isEqualTo(4));
        assertThat(stopped.child().stop(LONG)).isTrue();
        awaitOwned(left, 8);
        awaitAllSince(
                Instant.parse(START).plus(Duration.between(epoch, Instant.now()).multipliedBy(10)), three);
        assertThat(left.child().stop(LONG)).isTrue();
        Map<String, List<ConsumerRecord<String, String>>> told = records(three);
        Instant until = Instant.ofEpochMilli(told.values().stream()
                .mapToLong(records -> records.getLast().timestamp())
                .max()
                .orElseThrow());

        InfraSettings one = kafka("one");
        Replica alone = replica(
                "alone", one, Map.of("SIMULATION_UNTIL", until.plusMillis(1).toString()));
        assertThat(alone.child().endsWithin(LONG)).isTrue();
        assertThat(alone.child().exitCode()).isZero();
        Map<String, List<ConsumerRecord<String, String>>> expected = records(one);

        assertThat(told).hasSizeGreaterThan(2 * 40);
        told.forEach((device, records) -> {
            long first = records.getFirst().timestamp();
            long last = records.getLast().timestamp();
            assertThat(values(records, first, last))
                    .as(device)
                    .isEqualTo(values(expected.getOrDefault(device, List.of()), first, last));
        });
    }

    /// Waits until every device that was ever heard of tells again: none is lost with who told it before.
    ///
    /// @param moved simulated instant
    private void awaitAllSince(Instant moved, InfraSettings kafka) {
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(records(kafka))
                        .allSatisfy((device, records) -> assertThat(
                                        records.getLast().timestamp())
                                .as(device)
                                .isGreaterThan(moved.toEpochMilli())));
    }

    private static List<String> values(List<ConsumerRecord<String, String>> records, long from, long until) {
        return records.stream()
                .filter(record -> record.timestamp() >= from && record.timestamp() <= until)
                .map(ConsumerRecord::value)
                .toList();
    }

    private InfraSettings kafka(String name) {
        InfraSettings settings = InfraSettings.of(temporary.resolve(name), Port.anyFree(), Port.anyFree());
        Infra infra = new Infra(installation, settings);
        Child kafka = infra.startKafka();
        started.add(kafka);
        try (Topics topics = new Topics(settings.bootstrapServers(), TOPICS, "nobody")) {
            assertThat(infra.awaitKafka(kafka, topics, new StopRequest())).isTrue();
        }
        return settings;
    }

    private Replica replica(String name, InfraSettings kafka, Map<String, String> settings) {
        int port = Port.anyFree();
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("SIMULATION_START", START);
        environment.put("SHARDS_COUNT", "8");
        environment.put("COUPLING_INPUTS", "off");
        environment.put("VEHICLE_COUNT", "40");
        environment.put("VEHICLE_INTERVAL", "PT10S");
        Child child = Child.start(
                Jvm.program(
                        name,
                        List.of("-Xmx128m"),
                        List.of(
                                "-jar",
                                installation.service("vehicle-simulator").toString()),
                        environment),
                kafka.logs());
        started.add(child);
        return new Replica(child, port);
    }

    private void awaitOwned(Replica replica, int shards) {
        await().atMost(LONG).untilAsserted(() -> assertThat(owned(replica)).isEqualTo(shards));
    }

    /// Shards that a replica tells, -1 while it does not answer.
    private int owned(Replica replica) throws InterruptedException {
        URI status = URI.create("http://127.0.0.1:" + replica.port() + "/simulator/status");
        try {
            String body = http.send(HttpRequest.newBuilder(status).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            Matcher owned = OWNED.matcher(body);
            return owned.find() ? Integer.parseInt(owned.group(1)) : -1;
        } catch (IOException e) {
            return -1;
        }
    }

    private static void signal(String signal, Replica replica) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder(
                        "kill", "-" + signal, Long.toString(replica.child().pid()))
                .start();
        assertThat(kill.waitFor()).isZero();
    }

    /// All committed records, by topic and device, in the order of the device.
    private static Map<String, List<ConsumerRecord<String, String>>> records(InfraSettings kafka) {
        Map<String, List<ConsumerRecord<String, String>>> records = new TreeMap<>();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "isolation.level", "read_committed");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = TOPICS.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofSeconds(1))) {
                    records.computeIfAbsent(record.topic() + " " + record.key(), _ -> new ArrayList<>())
                            .add(record);
                }
            }
        }
        return records;
    }
}
