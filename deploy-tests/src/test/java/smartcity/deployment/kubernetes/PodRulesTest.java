package smartcity.deployment.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PodRulesTest {
    @ParameterizedTest
    @MethodSource("smartcity.deployment.kubernetes.RenderedOverlay#all")
    void everyPodKeepsTheRules(RenderedOverlay overlay) {
        assertThat(overlay.objects().stream()
                        .filter(object -> !object.podTemplate().isMissingNode()))
                .hasSizeGreaterThanOrEqualTo(4);
        assertThat(overlay.objects().stream().flatMap(object -> PodRules.problems(object).stream()))
                .isEmpty();
    }

    /// Each fault: where it is planted, and the rule that finds it.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''              | hostNetwork              | true            | hostNetwork must not be set
            ''              | automountServiceAccountToken | true        | automountServiceAccountToken must be false
            ''              | enableServiceLinks       | true            | enableServiceLinks must be false
            ''              | serviceAccountName       | ""              | serviceAccountName must be set
            /securityContext | runAsNonRoot            | false           | runAsNonRoot must be true
            /securityContext | runAsUser               | 0               | runAsUser must be the number
            /securityContext | seccompProfile          | {type: Unconfined} | seccompProfile must be RuntimeDefault
            /volumes/0      | hostPath                 | {path: /}       | volume tmp must be one of
            /containers/0   | image                    | "smartcity/s3-parquet-sink" | image with a version
            /containers/0   | image                    | "host:5000/s3-parquet-sink:latest" | image with a version
            /containers/0   | livenessProbe            | {httpGet: {port: metrics}} | livenessProbe must use a named port
            /containers/0   | startupProbe             | null            | startupProbe must use a named port
            /containers/0/resources/requests | memory  | "2Gi"           | must not request more memory than its limit
            /containers/0/resources | limits           | {}              | must have a limit of memory
            /containers/0/securityContext | allowPrivilegeEscalation | true | must not allow privilege escalation
            /containers/0/securityContext | readOnlyRootFilesystem | false | must have a read-only root
            /containers/0/securityContext | capabilities | {drop: [ALL], add: [NET_ADMIN]} | must add no capability
            /containers/0/securityContext | capabilities | {}            | must drop all capabilities
            /containers/0   | env                      | [{name: KAFKA_SASL_JAAS_CONFIG, value: x}] | must come from a Secret
            """)
    void refusesAPlantedFault(String at, String field, String value, String rule) throws Exception {
        JsonNode copy = RenderedOverlay.named("aws")
                .one("Deployment", "s3-parquet-sink")
                .json()
                .deepCopy();

        ((ObjectNode) copy.at("/spec/template/spec" + at)).set(field, ManifestObject.value(value));

        assertThat(PodRules.problems(new ManifestObject(copy)))
                .anySatisfy(problem -> assertThat(problem).contains(rule));
    }
}
