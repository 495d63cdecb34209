package smartcity.deployment.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.deployment.images.ImageBuild;
import smartcity.local.child.ChildProcess;
import smartcity.local.child.JavaCommand;
import smartcity.local.infra.LoopbackPort;

/// A service that is built for Amazon MSK, with the variables of the overlay `aws`. Only MSK itself can let it in: here
/// it comes as far as to ask for the mechanism, for which Kafka's client has loaded everything that it needs to log in.
@Tag("long")
class MskIamIT {
    private static final String SERVICE = "weather-simulator";

    @TempDir
    private Path folder;

    @Test
    void asksKafkaForTheMechanismOfMsk() throws Exception {
        Path application = ImageBuild.inCopy(folder.resolve("tree")).packaged(SERVICE, "-Pmsk-iam");
        try (SecuredBroker broker = new SecuredBroker(folder, RenderedOverlay.named("local"))) {
            ChildProcess simulator = ChildProcess.start(
                    JavaCommand.program(
                            SERVICE,
                            List.of("-Xmx128m", "-XX:TieredStopAtLevel=1"),
                            List.of("-jar", application.toString()),
                            environment(broker)),
                    folder.resolve("logs"));
            try {
                await().atMost(Duration.ofMinutes(2))
                        .untilAsserted(() -> assertThat(Files.readString(simulator.log()))
                                .contains("Client SASL mechanism 'AWS_MSK_IAM' not enabled in the server"));
            } finally {
                simulator.kill();
            }
        }
    }

    private static Map<String, String> environment(SecuredBroker broker) {
        Map<String, String> environment = new HashMap<>(
                ServiceManifest.of(RenderedOverlay.named("aws"), SERVICE).environment());
        environment.keySet().removeIf(name -> name.equals("CONTROL_TOKEN"));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
        environment.put("KAFKA_SSL_TRUSTSTORE_TYPE", "PEM");
        environment.put("KAFKA_SSL_TRUSTSTORE_LOCATION", broker.authority().toString());
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(LoopbackPort.anyFree()));
        return environment;
    }
}
