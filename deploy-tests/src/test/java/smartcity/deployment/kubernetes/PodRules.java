package smartcity.deployment.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubernetes.client.custom.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What every pod of the project must be: restricted, bounded, probed, and without a secret in its manifest.
///
/// The rules of Pod Security "restricted" are those of Kubernetes 1.36, "Pod Security Standards"; the others are our
/// own.
final class PodRules {
    private static final Set<String> VOLUMES = Set.of("emptyDir", "configMap", "secret", "persistentVolumeClaim");

    private static final Pattern SECRET = Pattern.compile("PASSWORD|SECRET|TOKEN|JAAS|CREDENTIAL|ACCESS_KEY");

    private final List<String> problems = new ArrayList<>();
    private final String title;

    private PodRules(String title) {
        this.title = title;
    }

    /// What is wrong with the pods that an object makes; empty for an object that makes none.
    static List<String> problems(ManifestObject object) {
        PodRules rules = new PodRules(object.title());
        JsonNode pod = object.podTemplate().path("spec");
        if (!pod.isMissingNode()) {
            rules.pod(pod);
            object.containers().forEach(rules::container);
            if (object.isOf("Deployment") || object.isOf("StatefulSet")) {
                ManifestObject.elements(pod.path("containers")).forEach(rules::probes);
            }
        }
        return rules.problems;
    }

    private void require(boolean kept, String rule) {
        if (!kept) {
            problems.add(title + ": " + rule);
        }
    }

    private void pod(JsonNode pod) {
        JsonNode security = pod.path("securityContext");
        require(security.path("runAsNonRoot").asBoolean(), "runAsNonRoot must be true");
        require(security.path("runAsUser").asInt() > 0, "runAsUser must be the number of a user that is not root");
        require(
                security.at("/seccompProfile/type").asText().equals("RuntimeDefault"),
                "seccompProfile must be RuntimeDefault");
        for (String shared : List.of("hostNetwork", "hostPID", "hostIPC")) {
            require(!pod.path(shared).asBoolean(), shared + " must not be set");
        }
        require(isFalse(pod.path("automountServiceAccountToken")), "automountServiceAccountToken must be false");
        require(isFalse(pod.path("enableServiceLinks")), "enableServiceLinks must be false");
        require(!pod.path("serviceAccountName").asText().isEmpty(), "serviceAccountName must be set");
        ManifestObject.elements(pod.path("volumes"))
                .forEach(volume -> require(
                        volume.propertyStream()
                                .allMatch(
                                        source -> source.getKey().equals("name") || VOLUMES.contains(source.getKey())),
                        "volume " + volume.path("name").asText() + " must be one of " + VOLUMES));
    }

    private static boolean isFalse(JsonNode value) {
        return value.isBoolean() && !value.asBoolean();
    }

    private void container(JsonNode container) {
        String name = "container " + container.path("name").asText();
        JsonNode security = container.path("securityContext");
        require(isFalse(security.path("allowPrivilegeEscalation")), name + " must not allow privilege escalation");
        require(security.path("readOnlyRootFilesystem").asBoolean(), name + " must have a read-only root");
        require(security.at("/capabilities/drop/0").asText().equals("ALL"), name + " must drop all capabilities");
        require(security.at("/capabilities/add").isMissingNode(), name + " must add no capability");
        require(!security.path("privileged").asBoolean(), name + " must not be privileged");
        require(hasVersion(container.path("image").asText()), name + " must have an image with a version");
        resources(name, container.path("resources"));
        ManifestObject.elements(container.path("env")).forEach(this::variable);
    }

    private static boolean hasVersion(String image) {
        String tag = image.substring(image.lastIndexOf('/') + 1).replaceFirst("^[^:@]*", "");
        return tag.startsWith("@sha256:") || (tag.length() > 1 && !tag.equals(":latest"));
    }

    private void resources(String name, JsonNode resources) {
        for (String resource : List.of("cpu", "memory")) {
            BigDecimal request = quantity(resources.path("requests").path(resource));
            BigDecimal limit = quantity(resources.path("limits").path(resource));
            require(request.signum() > 0, name + " must request " + resource);
            require(limit.signum() > 0, name + " must have a limit of " + resource);
            require(limit.compareTo(request) >= 0, name + " must not request more " + resource + " than its limit");
        }
    }

    private static BigDecimal quantity(JsonNode value) {
        return value.isMissingNode()
                ? BigDecimal.ZERO
                : Quantity.fromString(value.asText()).getNumber();
    }

    private void variable(JsonNode variable) {
        String name = variable.path("name").asText();
        boolean secret = SECRET.matcher(name.toUpperCase(Locale.ROOT)).find();
        require(!secret || variable.has("valueFrom"), name + " must come from a Secret");
    }

    private void probes(JsonNode container) {
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            JsonNode found = container.path(probe);
            require(!found.isMissingNode(), "container must have a " + probe);
            String port =
                    found.at("/httpGet/port").asText(found.at("/tcpSocket/port").asText());
            require(
                    ManifestObject.elements(container.path("ports"))
                            .anyMatch(named -> named.path("name").asText().equals(port)),
                    probe + " must use a named port of the container");
        }
    }
}
