package smartcity.deployment.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What objects name is there: in the same overlay, or made by Strimzi or by hand as the README says.
class OverlayReferencesTest {
    /// Made by hand.
    private static final Set<String> BY_HAND = Set.of("s3-credentials", "control-token");

    @ParameterizedTest
    @MethodSource("smartcity.deployment.kubernetes.RenderedOverlay#all")
    void everyNamedObjectIsThere(RenderedOverlay overlay) {
        for (ManifestObject object : overlay.objects()) {
            JsonNode pod = object.podTemplate().path("spec");
            if (!pod.isMissingNode()) {
                assertThat(overlay.has(
                                "ServiceAccount", pod.path("serviceAccountName").asText()))
                        .as("service account of %s", object.title())
                        .isTrue();
                assertThat(referred(pod, "configMapRef", "name").toList())
                        .as("ConfigMaps of %s", object.title())
                        .allMatch(name -> overlay.has("ConfigMap", name));
                assertThat(priority(pod))
                        .as("priority of %s", object.title())
                        .allMatch(name -> overlay.has("PriorityClass", name));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("smartcity.deployment.kubernetes.RenderedOverlay#all")
    void everySecretIsMadeBySomebody(RenderedOverlay overlay) {
        Set<String> users =
                overlay.of("KafkaUser").stream().map(ManifestObject::name).collect(Collectors.toSet());
        Set<String> authorities = overlay.of("Kafka").stream()
                .map(kafka -> kafka.name() + "-cluster-ca-cert")
                .collect(Collectors.toSet());

        List<String> secrets = overlay.objects().stream()
                .flatMap(object -> Stream.concat(
                        referred(object.json(), "secretKeyRef", "name"),
                        object.json().findValuesAsText("secretName").stream()))
                .distinct()
                .toList();

        assertThat(secrets)
                .isNotEmpty()
                .allMatch(name -> users.contains(name) || authorities.contains(name) || BY_HAND.contains(name));
        assertThat(overlay.of("Secret")).as("secrets by reference only").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("smartcity.deployment.kubernetes.RenderedOverlay#all")
    void everyAutoscalerHasItsTarget(RenderedOverlay overlay) {
        List<JsonNode> targets = Stream.of("ScaledObject", "HorizontalPodAutoscaler")
                .flatMap(kind -> overlay.of(kind).stream())
                .map(scaler -> scaler.json().at("/spec/scaleTargetRef"))
                .toList();

        assertThat(targets)
                .allMatch(target -> overlay.has(
                        target.path("kind").asText(), target.path("name").asText()));
    }

    @ParameterizedTest
    @MethodSource("smartcity.deployment.kubernetes.RenderedOverlay#all")
    void everyServiceAndBudgetSelectsPods(RenderedOverlay overlay) {
        List<JsonNode> pods = overlay.objects().stream()
                .map(object -> object.podTemplate().at("/metadata/labels"))
                .filter(labels -> !labels.isMissingNode())
                .toList();

        Stream<JsonNode> selectors = Stream.concat(
                overlay.of("Service").stream().map(service -> service.json().at("/spec/selector")),
                overlay.of("PodDisruptionBudget").stream()
                        .map(budget -> budget.json().at("/spec/selector/matchLabels")));

        assertThat(selectors)
                .allMatch(selector -> pods.stream()
                        .anyMatch(labels -> selector.propertyStream()
                                .allMatch(label -> labels.path(label.getKey()).equals(label.getValue()))));
    }

    /// In the overlay that has everything. A peer in another namespace is none of ours.
    @Test
    void everyPeerOfAPolicyIsAPod() {
        RenderedOverlay overlay = RenderedOverlay.named("local");
        Set<JsonNode> labels = overlay.objects().stream()
                .map(object -> object.podTemplate().at("/metadata/labels"))
                .collect(Collectors.toSet());
        overlay.of("Kafka")
                .forEach(kafka ->
                        labels.add(JsonNodeFactory.instance.objectNode().put("strimzi.io/cluster", kafka.name())));

        List<JsonNode> peers = overlay.of("NetworkPolicy").stream()
                .flatMap(policy ->
                        Stream.of("from", "to").flatMap(direction -> policy.json().findValues(direction).stream()))
                .flatMap(ManifestObject::elements)
                .filter(peer -> peer.has("podSelector") && !peer.has("namespaceSelector"))
                .map(peer -> peer.at("/podSelector/matchLabels"))
                .toList();

        assertThat(peers)
                .hasSizeGreaterThan(3)
                .allSatisfy(peer -> assertThat(labels)
                        .anySatisfy(pod -> assertThat(pod.properties()).containsAll(peer.properties())));
    }

    @ParameterizedTest
    @MethodSource("smartcity.deployment.kubernetes.RenderedOverlay#all")
    void theNamespaceAdmitsRestrictedPodsOnly(RenderedOverlay overlay) {
        ManifestObject namespace = overlay.one("Namespace", "smart-city");

        assertThat(namespace
                        .json()
                        .at("/metadata/labels/pod-security.kubernetes.io~1enforce")
                        .asText())
                .isEqualTo("restricted");
        assertThat(overlay.objects().stream()
                        .filter(object -> !Set.of("Namespace", "PriorityClass").contains(object.kind())))
                .allMatch(object ->
                        object.json().at("/metadata/namespace").asText().equals("smart-city"));
    }

    private static Stream<String> priority(JsonNode pod) {
        return pod.findValuesAsText("priorityClassName").stream();
    }

    private static Stream<String> referred(JsonNode node, String reference, String field) {
        return node.findValues(reference).stream()
                .map(found -> found.path(field).asText());
    }
}
