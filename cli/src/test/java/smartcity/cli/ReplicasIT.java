package smartcity.cli;

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
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.logging.LogManager;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.local.child.ChildProcess;
import smartcity.local.child.StopRequest;
import smartcity.local.infra.BuiltProject;
import smartcity.local.infra.InfraSettings;
import smartcity.local.infra.KafkaTopics;
import smartcity.local.infra.LocalInfra;
import smartcity.local.infra.LoopbackPort;

/// Three replicas of a simulator, of which one is killed and another stands still for longer than the session timeout,
/// emit what one alone emits: per device the same records in the same order, none missing and none twice.
class ReplicasIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(90);
    private static final String START = "2026-11-23T08:00:00Z";
    private static final int FACTOR = 10;
    private static final Pattern OWNED = Pattern.compile("\"shards\":(\\d+)");

    private static final BuiltProject PROJECT = new BuiltProject(Path.of(".."));

    @TempDir
    private static Path temporary;

    /// Of all services, as their topics and groups differ: one broker for the replicas, another for the lone processes.
    private static final List<ChildProcess> BROKERS = new ArrayList<>();

    private static InfraSettings three;
    private static InfraSettings one;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<ChildProcess> started = new ArrayList<>();

    @BeforeAll
    static void startBrokers() {
        LogManager.getLogManager().reset();
        three = kafka("three");
        one = kafka("one");
    }

    @AfterAll
    static void stopBrokers() {
        BROKERS.forEach(ChildProcess::kill);
    }

    @AfterEach
    void leaveNothing() {
        started.reversed().forEach(ChildProcess::kill);
        http.close();
    }

    /// A simulator and the port it answers on.
    private record Replica(ChildProcess child, int port) {}

    /// What is replicated.
    ///
    /// @param devices by topic, that report in the time of the test, at least
    record Service(String module, int devices, List<String> topics) {}

    @Test
    void ofVehiclesEmitWhatOneAloneEmits() throws IOException, InterruptedException {
        emitWhatOneAloneEmits(
                new Service("vehicle-simulator", 2 * 40 + 39, List.of("vehicle_data", "gps_data", "traffic_data")));
    }

    @Test
    @Tag("long")
    void ofWeatherEmitWhatOneAloneEmits() throws IOException, InterruptedException {
        emitWhatOneAloneEmits(new Service("weather-simulator", 20, List.of("weather_data")));
    }

    @Test
    @Tag("long")
    void ofIncidentsEmitWhatOneAloneEmits() throws IOException, InterruptedException {
        emitWhatOneAloneEmits(new Service("incident-simulator", 20, List.of("emergency_data")));
    }

    private void emitWhatOneAloneEmits(Service service) throws IOException, InterruptedException {
        Instant epoch = Instant.now();
        Map<String, String> live =
                Map.of("SIMULATION_FACTOR", Integer.toString(FACTOR), "SIMULATION_EPOCH", epoch.toString());
        Replica killed = replica("killed", service, three, live);
        awaitOwned(killed, 8);
        Replica stopped = replica("stopped", service, three, live);
        Replica left = replica("left", service, three, live);
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(List.of(owned(killed), owned(stopped), owned(left)))
                        .allSatisfy(shards -> assertThat(shards.orElse(0)).isBetween(2, 3)));
        killed.child().kill();
        signal("STOP", stopped);
        awaitOwned(left, 8);
        signal("CONT", stopped);
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(owned(stopped)).hasValue(4));
        assertThat(stopped.child().stop(TIMEOUT)).isTrue();
        awaitOwned(left, 8);
        long moved = Instant.parse(START)
                .plus(Duration.between(epoch, Instant.now()).multipliedBy(FACTOR))
                .toEpochMilli();
        await().atMost(TIMEOUT)
                .untilAsserted(
                        () -> assertThat(span(records(three, service)).getMax()).isGreaterThan(moved + 60_000));
        assertThat(left.child().stop(TIMEOUT)).isTrue();
        List<ConsumerRecord<String, String>> emitted = records(three, service);
        LongSummaryStatistics span = span(emitted);

        Instant end = Instant.ofEpochMilli(span.getMax() + 1);
        Replica alone = replica("alone", service, one, Map.of("SIMULATION_UNTIL", end.toString()));
        assertThat(alone.child().endsWithin(TIMEOUT)).isTrue();
        assertThat(alone.child().exitCode()).isZero();

        Map<String, List<String>> byDevice = byDevice(emitted, span);
        Map<String, List<String>> expected = byDevice(records(one, service), span);
        assertThat(byDevice).hasSizeGreaterThanOrEqualTo(service.devices());
        assertThat(byDevice.keySet()).isEqualTo(expected.keySet());
        byDevice.forEach((device, records) -> assertThat(records).as(device).isEqualTo(expected.get(device)));
    }

    /// From the first to the last record, which is a time in which all shards had an owner: the first replica began
    /// with all of them at once, and the last one emitted for all of them up to its last record.
    private static LongSummaryStatistics span(List<ConsumerRecord<String, String>> records) {
        return records.stream().mapToLong(ConsumerRecord::timestamp).summaryStatistics();
    }

    /// Values of a time by topic and device, in the order of the device.
    private static Map<String, List<String>> byDevice(
            List<ConsumerRecord<String, String>> records, LongSummaryStatistics span) {
        return records.stream()
                .filter(record -> record.timestamp() >= span.getMin() && record.timestamp() <= span.getMax())
                .collect(Collectors.groupingBy(
                        record -> record.topic() + " " + record.key(),
                        TreeMap::new,
                        Collectors.mapping(ConsumerRecord::value, Collectors.toList())));
    }

    private static InfraSettings kafka(String name) {
        InfraSettings settings =
                InfraSettings.of(temporary.resolve(name), LoopbackPort.anyFree(), LoopbackPort.anyFree());
        LocalInfra infra = new LocalInfra(PROJECT, settings);
        ChildProcess kafka = infra.startKafka();
        BROKERS.add(kafka);
        try (KafkaTopics topics = new KafkaTopics(settings.bootstrapServers(), List.of(), "nobody")) {
            assertThat(infra.awaitKafka(kafka, topics, new StopRequest())).isTrue();
        }
        return settings;
    }

    private Replica replica(String name, Service service, InfraSettings kafka, Map<String, String> settings) {
        int port = LoopbackPort.anyFree();
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("SIMULATION_START", START);
        environment.put("SHARDS_COUNT", "8");
        environment.put("COUPLING_INPUTS", "off");
        environment.put("VEHICLE_COUNT", "40");
        environment.put("VEHICLE_INTERVAL", "PT10S");
        environment.put("WEATHER_INTERVAL", "PT10S");
        environment.put("INCIDENT_RATE_MULTIPLIER", "1000");
        ChildProcess child = ChildProcess.start(
                PROJECT.service(service.module()).program(name, List.of("-Xmx128m"), environment), kafka.logs());
        started.add(child);
        return new Replica(child, port);
    }

    private void awaitOwned(Replica replica, int shards) {
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(owned(replica)).hasValue(shards));
    }

    /// Shards that a replica owns; empty while it does not answer.
    private OptionalInt owned(Replica replica) throws InterruptedException {
        URI status = URI.create("http://127.0.0.1:" + replica.port() + "/simulator/status");
        try {
            String body = http.send(HttpRequest.newBuilder(status).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            Matcher owned = OWNED.matcher(body);
            return owned.find() ? OptionalInt.of(Integer.parseInt(owned.group(1))) : OptionalInt.empty();
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }

    private static void signal(String signal, Replica replica) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder(
                        "kill", "-" + signal, Long.toString(replica.child().pid()))
                .start();
        assertThat(kill.waitFor()).isZero();
    }

    /// All committed records, those of a device in its order.
    private static List<ConsumerRecord<String, String>> records(InfraSettings kafka, Service service) {
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "isolation.level", "read_committed");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = service.topics().stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
            }
        }
        return records;
    }
}
