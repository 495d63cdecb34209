package smartcity.deployment.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KedaTypeCheckTest {
    private static final String OVERLAY = "local+keda+monitoring";

    @ParameterizedTest
    @ValueSource(strings = {OVERLAY, "aws+keda-msk-iam+monitoring+audit-msk-iam"})
    void everyResourceHasTheTypesOfKeda(String overlay) throws Exception {
        List<ManifestObject> resources = RenderedOverlay.named(overlay).objects().stream()
                .filter(KedaTypeCheck::knows)
                .toList();

        assertThat(resources).hasSize(3);
        assertThat(KedaTypeCheck.problems(resources)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            /spec, minReplicas, 0, minReplicas
            /spec, minReplicaCount, '"0"', Type 'string' is not assignable to type 'number'
            /spec/triggers/0/metadata, lagThreshold, 5000000, Type 'number' is not assignable to type 'string'
            /spec/advanced/horizontalPodAutoscalerConfig/behavior/scaleDown, stabilisationWindowSeconds, 3, stabilisationWindowSeconds
            /spec/triggers/0/authenticationRef, nam, '"x"', nam
            """)
    void refusesAPlantedFault(String at, String field, String value, String found) throws Exception {
        JsonNode copy = RenderedOverlay.named(OVERLAY)
                .one("ScaledObject", "s3-parquet-sink")
                .json()
                .deepCopy();

        ((ObjectNode) copy.at(at)).set(field, ManifestObject.value(value));

        assertThat(KedaTypeCheck.problems(List.of(new ManifestObject(copy))))
                .hasValueSatisfying(problem -> assertThat(problem).contains("error TS", found));
    }
}
