package smartcity.deployment.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// One object of Kubernetes as a manifest has it.
///
/// @param json with at least `apiVersion`, `kind` and `metadata.name`
record ManifestObject(JsonNode json) {
    private static final YAMLMapper YAML = new YAMLMapper();

    /// The objects of a YAML stream, in its order.
    static List<ManifestObject> parse(String yaml) {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(yaml)) {
            List<ManifestObject> objects = new ArrayList<>();
            while (documents.hasNext()) {
                JsonNode document = documents.next();
                if (document != null && !document.isNull() && !document.isMissingNode()) {
                    objects.add(new ManifestObject(document));
                }
            }
            return objects;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String apiVersion() {
        return json.path("apiVersion").asText();
    }

    String kind() {
        return json.path("kind").asText();
    }

    String name() {
        return json.at("/metadata/name").asText();
    }

    /// Kind and name, for messages.
    String title() {
        return kind() + " " + name();
    }

    boolean isOf(String kind) {
        return this.kind().equals(kind);
    }

    /// The template of the pods that this object makes; missing for other kinds.
    JsonNode podTemplate() {
        return switch (kind()) {
            case "Deployment", "StatefulSet", "Job" -> json.at("/spec/template");
            case "CronJob" -> json.at("/spec/jobTemplate/spec/template");
            default -> json.path("none");
        };
    }

    /// All containers of its pods, those that run first included.
    List<JsonNode> containers() {
        JsonNode pod = podTemplate().path("spec");
        return Stream.concat(elements(pod.path("initContainers")), elements(pod.path("containers")))
                .toList();
    }

    /// A value as YAML or JSON writes it.
    static JsonNode value(String yaml) throws IOException {
        return YAML.readTree(yaml);
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return array.valueStream();
    }
}
