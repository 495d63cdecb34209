package smartcity.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import software.amazon.awssdk.core.SdkSystemSetting;

/// The environment variables of what the services are built with: Quarkus and its extensions, Kafka's clients, the AWS
/// SDK and the JVM.
final class LibrarySettings {
    /// Read by the `java` command and by the JVM. Source: JDK 25, "The java Command".
    private static final Set<String> JVM = Set.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS");

    /// A client's setting for all clients, for all channels, or for one.
    private static final Pattern KAFKA = Pattern.compile(
            "(?:KAFKA|MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA|MP_MESSAGING_(?:INCOMING|OUTGOING)_[A-Z]+(?:_DATA)?)_(.+)");

    private static final String MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";

    private final List<Pattern> runTime = new ArrayList<>();
    private final List<Pattern> buildTime = new ArrayList<>();
    private final Set<String> kafka = Stream.of(
                    ConsumerConfig.configNames(), ProducerConfig.configNames(), AdminClientConfig.configNames())
            .flatMap(Set::stream)
            .map(name -> name.replaceAll("[^a-z0-9]", "_").toUpperCase(Locale.ROOT))
            .collect(Collectors.toSet());
    private final Set<String> aws = Arrays.stream(SdkSystemSetting.values())
            .map(SdkSystemSetting::environmentVariable)
            .collect(Collectors.toSet());

    LibrarySettings() {
        try {
            for (URL model : Collections.list(getClass().getClassLoader().getResources(MODEL))) {
                try (InputStream json = model.openStream()) {
                    collect(new ObjectMapper().readTree(json));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void collect(JsonNode node) {
        String property = node.path("path").path("property").asText();
        if (node.path("@class").asText().endsWith(".ConfigProperty") && !property.isEmpty()) {
            boolean atRunTime = node.path("phase").asText().equals("RUN_TIME");
            (atRunTime ? runTime : buildTime).add(VariablePattern.of(property));
        }
        node.forEach(this::collect);
    }

    /// Why a variable sets nothing; empty if it does.
    Optional<String> refusal(String variable) {
        if (JVM.contains(variable) || aws.contains(variable) || isKafkas(variable) || matches(runTime, variable)) {
            return Optional.empty();
        }
        return Optional.of(
                matches(buildTime, variable)
                        ? variable + " must be set when the service is built"
                        : variable + " is no setting");
    }

    private boolean isKafkas(String variable) {
        var client = KAFKA.matcher(variable);
        return client.matches() && kafka.contains(client.group(1));
    }

    private static boolean matches(List<Pattern> settings, String variable) {
        return settings.stream().anyMatch(setting -> setting.matcher(variable).matches());
    }
}
