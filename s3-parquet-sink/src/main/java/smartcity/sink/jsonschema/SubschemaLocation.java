package smartcity.sink.jsonschema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import smartcity.sink.schema.UnsupportedSchema;

/// A subschema and its location.
///
/// @param root the whole schema, to which local references point
/// @param pointer the JSON pointer to `node`
/// @param references pointers of the references that led here
record SubschemaLocation(String file, JsonNode root, JsonNode node, String pointer, List<String> references) {
    static SubschemaLocation root(String file, JsonNode root) {
        return new SubschemaLocation(file, root, root, "", List.of());
    }

    /// The subschema below this one.
    SubschemaLocation at(JsonNode below, String path) {
        return new SubschemaLocation(file, root, below, pointer + path, references);
    }

    SubschemaLocation at(String keyword) {
        return at(node.path(keyword), "/" + keyword);
    }

    boolean has(String keyword) {
        return node.has(keyword);
    }

    /// Whether the keyword has a schema, not `true`, `false` or nothing.
    boolean hasSchema(String keyword) {
        return node.path(keyword).isObject();
    }

    /// The subschema to which the local reference here points.
    SubschemaLocation referred() {
        String reference = node.path("$ref").asText();
        if (!reference.equals("#") && !reference.startsWith("#/")) {
            throw refused("/$ref", "must point into the same file with #/ and a JSON pointer but was " + reference);
        }
        String target = reference.substring(1);
        if (references.contains(target) || target.isEmpty()) {
            throw refused("/$ref", "must not refer to itself: a column cannot contain itself");
        }
        JsonNode found = root.at(target);
        if (found.isMissingNode()) {
            throw refused("/$ref", "must point to an existing schema but was " + reference);
        }
        List<String> path =
                Stream.concat(references.stream(), Stream.of(target)).toList();
        return new SubschemaLocation(file, root, found, target, path);
    }

    /// The refusal of what is at `below` from here.
    UnsupportedSchema refused(String below, String rule) {
        return new UnsupportedSchema(file, pointer + below, rule);
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
