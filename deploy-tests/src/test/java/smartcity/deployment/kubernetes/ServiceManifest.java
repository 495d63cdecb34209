package smartcity.deployment.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// How an overlay runs one service of the city.
///
/// @param overlay that it is part of
/// @param workload the Deployment, StatefulSet or Job of its name
record ServiceManifest(RenderedOverlay overlay, ManifestObject workload) {
    /// The services that emit.
    static final List<String> SIMULATORS = List.of("vehicle-simulator", "weather-simulator", "incident-simulator");

    static final String SINK = "s3-parquet-sink";

    static final String VIEW = "city-view";

    /// All services that an overlay runs.
    static Stream<ServiceManifest> all(RenderedOverlay overlay) {
        return Stream.concat(SIMULATORS.stream(), Stream.of(SINK, VIEW))
                .filter(service -> overlay.has("ServiceAccount", service))
                .map(service -> of(overlay, service));
    }

    static ServiceManifest of(RenderedOverlay overlay, String service) {
        return overlay.objects().stream()
                .filter(object ->
                        !object.podTemplate().isMissingNode() && object.name().equals(service))
                .findFirst()
                .map(workload -> new ServiceManifest(overlay, workload))
                .orElseThrow(() -> new AssertionError(overlay + " must have " + service));
    }

    String service() {
        return workload.name();
    }

    JsonNode container() {
        return workload.podTemplate().at("/spec/containers/0");
    }

    /// The entry of a variable in its own list, without those of ConfigMaps; missing if it has none.
    JsonNode variable(String name) {
        return ManifestObject.elements(container().path("env"))
                .filter(variable -> variable.path("name").asText().equals(name))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    Duration gracePeriod() {
        return Duration.ofSeconds(
                workload.podTemplate().at("/spec/terminationGracePeriodSeconds").asLong());
    }

    /// Its variables with their values. Those whose value comes from elsewhere, such as a Secret, have the value `any`.
    Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        ManifestObject.elements(container().path("envFrom"))
                .map(from -> from.at("/configMapRef/name").asText())
                .forEach(name -> overlay.one("ConfigMap", name)
                        .json()
                        .path("data")
                        .propertyStream()
                        .forEach(entry ->
                                environment.put(entry.getKey(), entry.getValue().asText())));
        ManifestObject.elements(container().path("env"))
                .forEach(variable -> environment.put(
                        variable.path("name").asText(), variable.path("value").asText("any")));
        return environment;
    }

    @Override
    public String toString() {
        return overlay + " " + service();
    }
}
