package smartcity.deployment.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The overlay `aws` with further components: everything that speaks to Amazon MSK logs in by a role.
class AmazonOverlaysTest {
    private static final String TOOLS = "aws+keda-msk-iam+monitoring+audit-msk-iam";

    static Stream<RenderedOverlay> amazon() {
        return RenderedOverlay.all()
                .filter(overlay ->
                        overlay.name().equals("aws") || overlay.name().startsWith("aws+"));
    }

    @ParameterizedTest
    @MethodSource("amazon")
    void everyImageHasTheLoginModule(RenderedOverlay overlay) {
        assertThat(overlay.objects().stream()
                        .flatMap(object -> object.containers().stream())
                        .map(container -> container.path("image").asText()))
                .hasSizeGreaterThanOrEqualTo(5)
                .allMatch(image -> image.endsWith("-msk-iam"));
    }

    @ParameterizedTest
    @MethodSource("amazon")
    void nothingLogsInWithAPassword(RenderedOverlay overlay) {
        assertThat(overlay.objects())
                .allSatisfy(object -> assertThat(object.json().toString().toLowerCase(java.util.Locale.ROOT))
                        .as(object.title())
                        .doesNotContain("scram", "city-kafka-bootstrap", "city-cluster-ca-cert"));
    }

    @ParameterizedTest
    @MethodSource("amazon")
    void everyServiceLogsInAsTheRoleOfItsAccount(RenderedOverlay overlay) {
        assertThat(ServiceManifest.all(overlay)).hasSize(5).allSatisfy(service -> {
            assertThat(service.environment()).containsEntry("KAFKA_SASL_MECHANISM", "AWS_MSK_IAM");
            assertThat(overlay.one("ServiceAccount", service.service())
                            .json()
                            .at("/metadata/annotations/eks.amazonaws.com~1role-arn")
                            .asText())
                    .as("%s", service)
                    .isNotEmpty();
        });
    }

    /// No image of an executable or with a cache has the login module, so its tag must not take the place of the other.
    @ParameterizedTest
    @ValueSource(strings = {"native", "aot"})
    void refusesImagesWithoutTheLoginModule(String component) {
        assertThatThrownBy(() -> RenderedOverlay.named("aws+" + component))
                .hasMessageContaining("components/" + component)
                .hasMessageContaining("testing value /data/KAFKA_SASL_CLIENT_CALLBACK_HANDLER_CLASS failed");
    }

    @Test
    void kedaReadsTheLagOfTheClusterOfTheServices() {
        RenderedOverlay overlay = RenderedOverlay.named(TOOLS);
        String brokers = ServiceManifest.of(overlay, ServiceManifest.SINK)
                .environment()
                .getOrDefault("KAFKA_BOOTSTRAP_SERVERS", "");

        List<JsonNode> triggers = ManifestObject.elements(
                        overlay.one("ScaledObject", "s3-parquet-sink").json().at("/spec/triggers"))
                .map(trigger -> trigger.path("metadata"))
                .toList();

        assertThat(brokers).contains("amazonaws.com:9098");
        assertThat(triggers).hasSize(5).allSatisfy(trigger -> {
            assertThat(trigger.path("bootstrapServers").asText()).isEqualTo(brokers);
            assertThat(trigger.path("sasl").asText()).isEqualTo("oauthbearer");
            assertThat(trigger.path("saslTokenProvider").asText()).isEqualTo("aws_msk_iam");
            assertThat(trigger.path("awsRegion").asText()).isEqualTo("eu-west-2");
        });
        assertThat(overlay.one("TriggerAuthentication", "kafka-lag")
                        .json()
                        .at("/spec/podIdentity/provider")
                        .asText())
                .isEqualTo("aws");
    }
}
