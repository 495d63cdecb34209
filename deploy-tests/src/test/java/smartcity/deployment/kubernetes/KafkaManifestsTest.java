package smartcity.deployment.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.config.WithDefault;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;
import smartcity.emission.CityTopicsConfig;
import smartcity.emission.ShardsConfig;
import smartcity.event.CityTopic;
import smartcity.identity.ShardProgress;

/// The resources of Kafka are the topics that the code names, as the code would create them.
class KafkaManifestsTest {
    private static final RenderedOverlay OVERLAY = RenderedOverlay.named("aws-strimzi");

    @Test
    void topicsHaveNamesAndPartitionsOfTheCode() throws Exception {
        Map<String, Integer> expected = new TreeMap<>();
        for (CityTopic topic : CityTopic.values()) {
            expected.put(topic.defaultName(), Integer.parseInt(byDefault(CityTopicsConfig.class, "partitions")));
        }
        for (String simulator : ServiceManifest.SIMULATORS) {
            expected.put(ShardProgress.topicOf(simulator), Integer.parseInt(byDefault(ShardsConfig.class, "count")));
        }
        expected.put(byDefault(CityTopicsConfig.class, "commands"), 1);

        Map<String, Integer> topics = new TreeMap<>();
        OVERLAY.of("KafkaTopic")
                .forEach(topic -> topics.put(
                        topic.json().at("/spec/topicName").asText(),
                        topic.json().at("/spec/partitions").asInt()));

        assertThat(topics).isEqualTo(expected);
    }

    @Test
    void commandsAreKeptForEverAndHaveNoKey() {
        JsonNode config = OVERLAY.one("KafkaTopic", "city-commands").json().at("/spec/config");

        assertThat(config.path("retention.ms").asText()).isEqualTo("-1");
        assertThat(config.path("retention.bytes").asText()).isEqualTo("-1");
        assertThat(config.path("cleanup.policy").asText()).isEqualTo("delete");
    }

    @Test
    void recordsMayBeAheadOfRealTime() {
        assertThat(OVERLAY.of("KafkaTopic").stream()
                        .filter(topic -> !topic.name().equals("city-commands"))
                        .map(topic -> topic.json()
                                .at("/spec/config/message.timestamp.after.max.ms")
                                .asText()))
                .allMatch(Long.toString(Long.MAX_VALUE)::equals);
    }

    @Test
    void everyServiceHasAUser() {
        assertThat(OVERLAY.of("KafkaUser").stream().map(ManifestObject::name))
                .containsAll(ServiceManifest.all(OVERLAY)
                        .map(ServiceManifest::service)
                        .toList());
    }

    @Test
    void theSinkIsScaledByTheLagOfEachTopicUpToItsPartitions() throws Exception {
        JsonNode spec = OVERLAY.one("ScaledObject", "s3-parquet-sink").json().path("spec");
        List<String> topics = ManifestObject.elements(spec.path("triggers"))
                .map(trigger -> trigger.at("/metadata/topic").asText())
                .toList();

        assertThat(topics)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(CityTopic.values())
                        .map(CityTopic::defaultName)
                        .toList());
        assertThat(spec.path("maxReplicaCount").asText()).isEqualTo(byDefault(CityTopicsConfig.class, "partitions"));
        assertThat(ManifestObject.elements(spec.path("triggers"))).allSatisfy(trigger -> {
            assertThat(trigger.at("/metadata/consumerGroup").asText())
                    .isEqualTo(OVERLAY.one("ConfigMap", "sink")
                            .json()
                            .at("/data/SINK_GROUP")
                            .asText());
            assertThat(trigger.at("/metadata/excludePersistentLag").asText()).isEqualTo("false");
            assertThat(trigger.at("/metadata/activationLagThreshold").asText()).isEqualTo("0");
        });
    }

    @Test
    void theAuditTakesItsPasswordFromItsEnvironment() throws Exception {
        String file = OVERLAY.one("ConfigMap", "audit-kafka")
                .json()
                .path("data")
                .path("kafka.properties")
                .asText();
        Properties properties = new Properties();
        properties.load(new StringReader(file.replace("${env:KAFKA_SASL_JAAS_CONFIG}", "${env:PATH}")));
        properties.put("bootstrap.servers", "localhost:9092");

        AdminClientConfig config = new AdminClientConfig(properties);

        assertThat(config.getPassword("sasl.jaas.config").value()).isEqualTo(System.getenv("PATH"));
    }

    private static String byDefault(Class<?> config, String setting) throws NoSuchMethodException {
        return config.getMethod(setting).getAnnotation(WithDefault.class).value();
    }
}
