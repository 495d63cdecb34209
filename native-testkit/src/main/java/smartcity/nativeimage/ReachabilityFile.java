package smartcity.nativeimage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// A `reachability-metadata.json` in the form of GraalVM 25: types with members, and globs of resources. The comment
/// of the file has a line for each, `name: reason`; native-image 25.0 warns of a reason beside the entry.
///
/// @param root the parsed file
record ReachabilityFile(JsonNode root) {
    private static final Set<String> SECTIONS = Set.of("comment", "reflection", "resources");
    private static final Set<String> OF_A_TYPE = Set.of("type", "jniAccessible", "fields", "methods");
    private static final Set<String> OF_A_RESOURCE = Set.of("glob");

    static ReachabilityFile parse(String json) {
        try {
            return new ReachabilityFile(new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Expected JSON, got: " + json, e);
        }
    }

    /// What contradicts the class path, a sentence each.
    Stream<String> problems(ClassPathFiles files) {
        return Stream.of(
                        unknown("section", root, SECTIONS),
                        types().flatMap(type -> problemsOf(type, files)),
                        elements(root, "resources").flatMap(resource -> problemsOfResource(resource, files)))
                .flatMap(problems -> problems);
    }

    /// The globs of resources.
    List<String> globs() {
        return elements(root, "resources")
                .map(node -> node.path("glob").asText())
                .toList();
    }

    /// The types whose members native code looks up.
    Stream<JsonNode> jniTypes() {
        return types().filter(type -> type.path("jniAccessible").asBoolean());
    }

    private Stream<JsonNode> types() {
        return elements(root, "reflection");
    }

    static Stream<JsonNode> elements(JsonNode node, String name) {
        return StreamSupport.stream(node.path(name).spliterator(), false);
    }

    private Stream<String> problemsOf(JsonNode type, ClassPathFiles files) {
        String name = type.path("type").asText();
        Stream<String> form = Stream.concat(unexplained(name), unknown("attribute of " + name, type, OF_A_TYPE));
        Optional<ClassMembers> found = ClassMembers.of(name, files);
        if (found.isEmpty()) {
            return Stream.concat(form, Stream.of("names a class that is not there: " + name));
        }
        Stream<String> fields = elements(type, "fields")
                .map(field -> field.path("name").asText())
                .filter(field -> !found.get().fields().contains(field))
                .map(field -> "names a field that is not there: " + name + "." + field);
        Stream<String> methods = elements(type, "methods")
                .filter(method -> !found.get().declares(method.path("name").asText(), parameters(method)))
                .map(method -> "names a method that is not there: " + name + "."
                        + method.path("name").asText() + parameters(method));
        return Stream.of(form, fields, methods).flatMap(problems -> problems);
    }

    private static List<String> parameters(JsonNode method) {
        return elements(method, "parameterTypes").map(JsonNode::asText).toList();
    }

    private Stream<String> problemsOfResource(JsonNode resource, ClassPathFiles files) {
        String glob = resource.path("glob").asText();
        Stream<String> form =
                Stream.concat(unexplained(glob), unknown("attribute of " + glob, resource, OF_A_RESOURCE));
        return files.matching(glob).isEmpty()
                ? Stream.concat(form, Stream.of("has a glob that matches nothing: " + glob))
                : form;
    }

    private Stream<String> unexplained(String name) {
        boolean explained = elements(root, "comment")
                .map(JsonNode::asText)
                .anyMatch(line -> line.matches("\\Q" + name + "\\E: .+"));
        return explained ? Stream.empty() : Stream.of("states no reason for " + name);
    }

    private static Stream<String> unknown(String what, JsonNode node, Set<String> known) {
        return node.propertyStream()
                .filter(property -> !known.contains(property.getKey()))
                .map(property -> "has an unknown " + what + ": " + property.getKey());
    }
}
