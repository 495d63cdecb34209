package smartcity.deployment.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.deployment.Tool;
import smartcity.local.child.ChildProcess;
import smartcity.local.child.ChildProgram;
import smartcity.local.infra.BuiltProject;
import smartcity.local.infra.LoopbackPort;
import smartcity.local.infra.PackagedService;

/// The ways to log in to Kafka that no overlay uses, by the variables of the table in the manual alone: a service emits
/// with exactly the permissions of its user.
@Tag("long")
class KafkaLoginsIT {
    private static final String SERVICE = "weather-simulator";
    private static final String TOPIC = "weather_data";
    private static final Duration SOON = Duration.ofMinutes(3);
    private static final char[] PASSWORD = "of-the-test".toCharArray();
    private static final String ALLOWED = "-Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=";

    @TempDir
    private static Path folder;

    private static TokenEndpoint endpoint;
    private static MoreListener certificates;
    private static MoreListener tokens;
    private static SecuredBroker broker;

    @BeforeAll
    static void startKafka() throws Exception {
        makeClientCertificate();
        endpoint = new TokenEndpoint();
        certificates = MoreListener.on(
                "certificates",
                "SSL",
                Map.of(
                        "ssl.client.auth", "required",
                        "ssl.principal.mapping.rules", "RULE:^CN=(.*)$/$1/",
                        "ssl.truststore.type", "PEM",
                        "ssl.truststore.location", folder.resolve("client.crt").toString()));
        tokens = MoreListener.on(
                "tokens",
                "SASL_SSL",
                Map.of(
                        "sasl.enabled.mechanisms", "OAUTHBEARER",
                        "oauthbearer.sasl.jaas.config",
                                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;",
                        "oauthbearer.sasl.server.callback.handler.class",
                                "org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallbackHandler",
                        "oauthbearer.sasl.oauthbearer.jwks.endpoint.url", endpoint.publicKeys()));
        broker = new SecuredBroker(
                folder,
                RenderedOverlay.named("local"),
                List.of(certificates, tokens),
                List.of(ALLOWED + endpoint.publicKeys()));
    }

    @AfterAll
    static void stopKafka() {
        broker.close();
        endpoint.close();
    }

    @Test
    void emitsWithAClientCertificate() throws Exception {
        emits(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                certificates.bootstrapServers(),
                "KAFKA_SECURITY_PROTOCOL",
                "SSL",
                "KAFKA_SSL_KEYSTORE_TYPE",
                "PEM",
                "KAFKA_SSL_KEYSTORE_LOCATION",
                folder.resolve("client.pem").toString()));
    }

    @Test
    void isRefusedWithoutTheCertificate() {
        Map<String, Object> stranger = new HashMap<>(broker.client(SERVICE));
        stranger.put("bootstrap.servers", certificates.bootstrapServers());
        stranger.put("security.protocol", "SSL");

        try (Admin client = Admin.create(stranger)) {
            assertThat(client.describeCluster().nodes().toCompletionStage().toCompletableFuture())
                    .failsWithin(SOON)
                    .withThrowableThat()
                    .havingRootCause()
                    .matches(cause ->
                            cause instanceof SslAuthenticationException || cause instanceof javax.net.ssl.SSLException);
        }
    }

    @Test
    void emitsWithATokenOfAnEndpoint() throws Exception {
        emits(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                tokens.bootstrapServers(),
                "KAFKA_SECURITY_PROTOCOL",
                "SASL_SSL",
                "KAFKA_SASL_MECHANISM",
                "OAUTHBEARER",
                "KAFKA_SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL",
                endpoint.tokens(),
                "KAFKA_SASL_LOGIN_CALLBACK_HANDLER_CLASS",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler",
                "JDK_JAVA_OPTIONS",
                ALLOWED + endpoint.tokens(),
                "KAFKA_SASL_JAAS_CONFIG",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required clientId=\"%s\" clientSecret=\"%s\";"
                        .formatted(SERVICE, TokenEndpoint.SECRET)));

        assertThat(endpoint.clients()).containsExactly(SERVICE);
    }

    /// Runs the service with the variables of its manifest, those of its login replaced, until it has emitted.
    private static void emits(Map<String, String> login) throws Exception {
        long before = broker.ends(TOPIC);
        Map<String, String> environment = new HashMap<>(
                ServiceManifest.of(RenderedOverlay.named("local"), SERVICE).environment());
        environment.keySet().removeIf(name -> name.startsWith("KAFKA_S") || name.equals("CONTROL_TOKEN"));
        environment.put("KAFKA_SSL_TRUSTSTORE_TYPE", "PEM");
        environment.put("KAFKA_SSL_TRUSTSTORE_LOCATION", broker.authority().toString());
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(LoopbackPort.anyFree()));
        environment.put("WEATHER_INTERVAL", "PT5S");
        environment.putAll(login);
        ChildProcess simulator = ChildProcess.start(program(environment), folder.resolve("logs"));
        try {
            await().atMost(SOON).untilAsserted(() -> {
                assertThat(simulator.isAlive()).as(simulator::exitMessage).isTrue();
                assertThat(broker.ends(TOPIC)).isGreaterThan(before);
            });
        } finally {
            simulator.kill();
        }
    }

    /// An executable takes properties of the JVM as arguments.
    private static ChildProgram program(Map<String, String> environment) {
        PackagedService service = new BuiltProject(Tool.REPOSITORY).service(SERVICE);
        ChildProgram program = service.program(SERVICE, List.of("-Xmx128m"), environment);
        if (service.executable().isEmpty() || !environment.containsKey("JDK_JAVA_OPTIONS")) {
            return program;
        }
        List<String> command = new ArrayList<>(program.command());
        command.add(environment.get("JDK_JAVA_OPTIONS"));
        return new ChildProgram(SERVICE, command, environment);
    }

    /// `client.crt` for the broker, `client.pem` with key and certificate for the client. It is signed by itself.
    private static void makeClientCertificate() throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("client.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process run = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "client",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + SERVICE,
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("client.log").toFile())
                .start();
        assertThat(run.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(store)) {
            keys.load(content, PASSWORD);
        }
        String certificate = pem("CERTIFICATE", keys.getCertificate("client").getEncoded());
        Files.writeString(folder.resolve("client.crt"), certificate);
        Files.writeString(
                folder.resolve("client.pem"),
                pem("PRIVATE KEY", keys.getKey("client", PASSWORD).getEncoded()) + certificate);
    }

    private static String pem(String type, byte[] content) {
        String base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(type, base64);
    }
}
