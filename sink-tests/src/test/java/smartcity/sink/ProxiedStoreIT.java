package smartcity.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.sink.SinkProcess.Options;

/// The packaged sink on a network whose only way to S3 is a proxy. S3 speaks TLS with a certificate of an own
/// authority, under a name that nobody but the proxy can resolve.
@Tag("long")
class ProxiedStoreIT {
    private static final String HOST = "store.invalid";
    private static final String PASSWORD = "changeit";
    private static final String TOPIC = "proxied_gps";
    private static final Duration SOON = Duration.ofSeconds(60);

    private final TestKafka kafka = TestKafka.shared();
    private final LocalBucket bucket = LocalBucket.create();

    private S3Proxy store;
    private TunnelProxy proxy;

    @TempDir
    private Path folder;

    @BeforeEach
    void startStoreAndProxy() throws Exception {
        Path keys = keyPair();
        store = S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(
                        bucket.folder().resolve("..").normalize().toString()))
                .secureEndpoint(URI.create("https://127.0.0.1:0"))
                .keyStore(keys.toString(), PASSWORD)
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, LocalBucket.ACCESS_KEY, LocalBucket.SECRET_KEY)
                .build();
        store.start();
        proxy = TunnelProxy.to(store.getSecurePort());
    }

    @AfterEach
    void stopBoth() throws Exception {
        proxy.close();
        store.stop();
    }

    /// The key of the store; its certificate is also in `authority.p12`.
    private Path keyPair() throws Exception {
        Path keys = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "store",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + HOST,
                        "-ext",
                        "SAN=DNS:" + HOST,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore authority = KeyStore.getInstance("PKCS12");
        authority.load(null, null);
        authority.setCertificateEntry(
                "store",
                KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray()).getCertificate("store"));
        try (OutputStream out = Files.newOutputStream(folder.resolve("authority.p12"))) {
            authority.store(out, PASSWORD.toCharArray());
        }
        return keys;
    }

    @Test
    void landsThroughTheProxyAndTrustsTheAuthorityByTheVariablesOfTheManual() throws Exception {
        kafka.create(List.of(TOPIC));
        for (int i = 0; i < 90; i++) {
            kafka.send(TOPIC, i, TestRecords.gps(i));
        }
        kafka.flush();

        try (SinkProcess sink = SinkProcess.start(kafka.servers(), bucket, folder.resolve("sink.log"), options())) {
            await().atMost(SOON).untilAsserted(() -> assertThat(sink.status()).contains("\"heldRecords\":90,"));
            assertThat(sink.request("POST", "/sink/flush").body()).isEqualTo("{\"landed\":90}");
        }

        assertThat(new LandedObjects(bucket).landed(TOPIC).rows()).isEqualTo(90);
        assertThat(proxy.requests()).isNotEmpty().containsOnly("CONNECT " + HOST + ":443 HTTP/1.1");
    }

    /// An executable takes as settings what a JVM takes from the variable.
    private Options options() {
        Map<String, String> properties = Map.of(
                "https.proxyHost",
                "127.0.0.1",
                "https.proxyPort",
                Integer.toString(proxy.port()),
                "http.nonProxyHosts",
                "127.*",
                "javax.net.ssl.trustStore",
                folder.resolve("authority.p12").toString(),
                "javax.net.ssl.trustStoreType",
                "PKCS12",
                "javax.net.ssl.trustStorePassword",
                PASSWORD);
        Map<String, String> settings = new HashMap<>(SinkProcess.NO_TOPICS);
        settings.putAll(Map.of("sink.group", "proxied", "sink.rollover.max-age", "PT1H", "sink.city.gps", TOPIC));
        Map<String, String> environment = new HashMap<>(Map.of("QUARKUS_S3_ENDPOINT_OVERRIDE", "https://" + HOST));
        if (System.getProperty("smartcity.executable", "").isEmpty()) {
            environment.put(
                    "JDK_JAVA_OPTIONS",
                    properties.entrySet().stream()
                            .map(property -> "-D" + property.getKey() + "=" + property.getValue())
                            .collect(Collectors.joining(" ")));
        } else {
            settings.putAll(properties);
        }
        return new Options(settings, environment, List.of());
    }
}
