package smartcity.deployment.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StrictManifestsTest {
    private static final StrictManifests MODELS = new StrictManifests();

    @ParameterizedTest
    @MethodSource("smartcity.deployment.kubernetes.RenderedOverlay#all")
    void everyObjectIsOneOfItsApi(RenderedOverlay overlay) {
        assertThat(overlay.objects().stream()
                        .filter(object -> !KedaTypeCheck.knows(object))
                        .map(MODELS::problem)
                        .flatMap(Optional::stream))
                .isEmpty();
    }

    /// Each fault: where it is planted, and what is found of it.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Deployment  | s3-parquet-sink | /spec                              | replica                | 3      | replica
            Deployment  | s3-parquet-sink | /spec                              | replicas               | "3"    | .spec.replicas must be NUMBER
            Deployment  | s3-parquet-sink | /spec/template/spec/containers/0   | imagePulPolicy         | "Always" | imagePulPolicy
            Deployment  | s3-parquet-sink | /spec/template/spec/containers/0/resources/limits | memory  | "512Megs" | Could not parse suffix
            Deployment  | s3-parquet-sink | /spec/template/spec/containers/0/readinessProbe | periodSeconds | "5" | periodSeconds must be NUMBER
            Deployment  | s3-parquet-sink | /spec/template/spec                | enableServiceLinks     | "false" | enableServiceLinks must be BOOLEAN
            ConfigMap   | city            | /data                              | VEHICLE_COUNT          | 200    | VEHICLE_COUNT must be STRING
            Service     | s3-parquet-sink | /spec/ports/0                      | port                   | null   | port
            KafkaTopic  | vehicle-data    | /spec                              | partition              | 6      | partition
            KafkaTopic  | vehicle-data    | /spec                              | partitions             | "6"    | Cannot coerce String
            KafkaUser   | audit           | /spec/authorization/acls/0         | operation              | "All"  | operation
            KafkaUser   | audit           | /spec/authorization/acls/0/resource | patternType           | "any"  | patternType
            KafkaUser   | audit           | /spec/authentication               | type                   | 512    | type
            Kafka       | city            | /spec/kafka                        | replication            | 3      | replication
            KafkaNodePool | node          | /spec                              | replicas               | "one"  | Cannot coerce String
            """)
    void refusesAPlantedFault(String kind, String name, String at, String field, String value, String found)
            throws Exception {
        ManifestObject object = copy(RenderedOverlay.named("local").one(kind, name));
        ObjectNode place = (ObjectNode) object.json().at(at);

        place.set(field, ManifestObject.value(value));

        assertThat(MODELS.problem(object))
                .hasValueSatisfying(problem -> assertThat(problem).contains(found));
    }

    @Test
    void refusesAMisspeltFieldOfAPodMonitor() {
        ManifestObject object =
                copy(RenderedOverlay.named("local+keda+monitoring").one("PodMonitor", "smart-city"));

        ((ObjectNode) object.json().at("/spec/podMetricsEndpoints/0")).put("intervall", "15s");

        assertThat(MODELS.problem(object))
                .hasValueSatisfying(problem -> assertThat(problem).contains("intervall"));
    }

    @Test
    void refusesAnApiVersionThatTheKindDoesNotHave() {
        ManifestObject object = copy(RenderedOverlay.named("local").one("KafkaUser", "audit"));

        ((ObjectNode) object.json()).put("apiVersion", "kafka.strimzi.io/v1beta2");

        assertThat(MODELS.problem(object)).hasValue("KafkaUser audit: no model of kafka.strimzi.io/v1beta2 KafkaUser");
    }

    private static ManifestObject copy(ManifestObject object) {
        return new ManifestObject(object.json().deepCopy());
    }
}
