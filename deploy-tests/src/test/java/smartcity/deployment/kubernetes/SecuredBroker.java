package smartcity.deployment.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.TopicPartition;
import smartcity.deployment.Tool;
import smartcity.local.child.ChildProcess;
import smartcity.local.child.JavaCommand;
import smartcity.local.infra.LoopbackPort;

/// A broker as an overlay describes it: a listener with TLS and SCRAM, its topics, its users and exactly their access
/// control lists. A second listener, without either, is that of its administrator.
final class SecuredBroker implements AutoCloseable {
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(2);
    private static final String STORE_PASSWORD = "of-the-test";
    private static final int ITERATIONS = 4096;

    private final Path folder;
    private final int port = LoopbackPort.anyFree();
    private final int adminPort = LoopbackPort.anyFree();
    private final ChildProcess process;
    private final Admin admin;

    /// Starts it and creates everything.
    SecuredBroker(Path folder, RenderedOverlay overlay) throws IOException, InterruptedException {
        this(folder, overlay, List.of(), List.of());
    }

    /// Starts it with more listeners.
    ///
    /// @param flags of its JVM
    SecuredBroker(Path folder, RenderedOverlay overlay, List<MoreListener> listeners, List<String> flags)
            throws IOException, InterruptedException {
        this.folder = folder;
        makeCertificate();
        process = ChildProcess.start(
                JavaCommand.program(
                        "kafka",
                        Stream.concat(Stream.of("-Xmx256m"), flags.stream()).toList(),
                        broker(writeProperties(listeners)),
                        Map.of()),
                folder);
        admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + adminPort));
        await().atMost(STARTS_WITHIN)
                .untilAsserted(
                        () -> assertThat(admin.describeCluster().nodes().get()).hasSize(1));
        for (ManifestObject topic : overlay.of("KafkaTopic")) {
            create(topic);
        }
        for (ManifestObject user : overlay.of("KafkaUser")) {
            create(user.name());
            admin.createAcls(KafkaUserAcls.of(user))
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
        overlay.of("KafkaUser").forEach(user -> awaitLogin(user.name()));
    }

    /// The broker learns of a new password some time after the controller has accepted it.
    private void awaitLogin(String user) {
        await().atMost(STARTS_WITHIN).untilAsserted(() -> {
            try (Admin client = Admin.create(client(user))) {
                assertThat(client.describeCluster().nodes().toCompletionStage().toCompletableFuture())
                        .succeedsWithin(STARTS_WITHIN);
            }
        });
    }

    private static List<String> broker(Path properties) {
        Path built = Tool.REPOSITORY.resolve("local-cluster/target");
        String classPath = built.resolve("local-cluster.jar") + File.pathSeparator + built.resolve("lib/*");
        return List.of("-cp", classPath, "smartcity.local.infra.BrokerProgram", properties.toString());
    }

    private void create(ManifestObject topic) {
        JsonNode spec = topic.json().path("spec");
        Map<String, String> config = new HashMap<>();
        spec.path("config")
                .propertyStream()
                .forEach(entry -> config.put(entry.getKey(), entry.getValue().asText()));
        NewTopic created = new NewTopic(
                        spec.path("topicName").asText(),
                        Optional.of(spec.path("partitions").asInt()),
                        Optional.of((short) spec.path("replicas").asInt()))
                .configs(config);
        admin.createTopics(List.of(created))
                .all()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private void create(String user) {
        ScramCredentialInfo scram = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS);
        admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(user, scram, password(user))))
                .all()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static String password(String user) {
        return "password-of-" + user;
    }

    /// A key whose certificate is signed by itself, so that it is its own authority.
    private void makeCertificate() throws IOException, InterruptedException {
        keytool("-genkeypair", "-alias", "broker", "-keyalg", "EC", "-dname", "CN=broker", "-ext", "SAN=IP:127.0.0.1");
        keytool("-exportcert", "-alias", "broker", "-rfc", "-file", authority().toString());
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", keyStore().toString(), "-storepass", STORE_PASSWORD));
        Process run = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(run.waitFor()).isZero();
    }

    private Path keyStore() {
        return folder.resolve("broker.p12");
    }

    /// The certificate of the authority, as `ca.crt` of the Secret.
    Path authority() {
        return folder.resolve("ca.crt");
    }

    private Path writeProperties(List<MoreListener> more) throws IOException {
        int controller = LoopbackPort.anyFree();
        Properties properties = new Properties();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", "1");
        properties.put("log.dirs", folder.resolve("kafka").toString());
        properties.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put(
                "listeners",
                "ADMIN://127.0.0.1:%d,SECURED://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                                .formatted(adminPort, port, controller)
                        + more.stream().map(MoreListener::address).collect(Collectors.joining()));
        properties.put(
                "listener.security.protocol.map",
                "ADMIN:PLAINTEXT,SECURED:SASL_SSL,CONTROLLER:PLAINTEXT"
                        + more.stream().map(MoreListener::mapping).collect(Collectors.joining()));
        more.forEach(listener -> properties.putAll(listener.properties()));
        properties.put("inter.broker.listener.name", "ADMIN");
        addSecurity(properties);
        for (String internal : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            properties.put(internal + ".replication.factor", "1");
        }
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("offsets.topic.num.partitions", "4");
        properties.put("transaction.state.log.num.partitions", "4");
        properties.put("group.initial.rebalance.delay.ms", "0");
        Path file = folder.resolve("kafka.properties");
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            properties.store(writer, null);
        }
        return file;
    }

    private void addSecurity(Properties properties) {
        properties.put("auto.create.topics.enable", "false");
        properties.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        properties.put("super.users", "User:ANONYMOUS");
        properties.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
        properties.put(
                "listener.name.secured.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        properties.put("ssl.keystore.type", "PKCS12");
        properties.put("ssl.keystore.location", keyStore().toString());
        properties.put("ssl.keystore.password", STORE_PASSWORD);
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /// The value of the key `sasl.jaas.config` in the Secret of a user.
    static String jaas(String user, String password) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(user, password);
    }

    static String jaas(String user) {
        return jaas(user, password(user));
    }

    /// Settings of a client that is logged in as a user.
    Map<String, Object> client(String user) {
        return new HashMap<>(Map.of(
                "bootstrap.servers",
                bootstrapServers(),
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                jaas(user),
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                authority().toString(),
                "default.api.timeout.ms",
                10_000,
                "request.timeout.ms",
                5_000));
    }

    /// Records that all partitions of a topic have had.
    long ends(String topic) {
        Map<TopicPartition, OffsetSpec> latest = admin
                .describeTopics(List.of(topic))
                .allTopicNames()
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .values()
                .stream()
                .flatMap(description -> description.partitions().stream())
                .collect(Collectors.toMap(
                        partition -> new TopicPartition(topic, partition.partition()), _ -> OffsetSpec.latest()));
        return admin.listOffsets(latest).all().toCompletionStage().toCompletableFuture().join().values().stream()
                .mapToLong(ListOffsetsResult.ListOffsetsResultInfo::offset)
                .sum();
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
        process.kill();
    }
}
