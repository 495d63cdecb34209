package smartcity.sink.jsonschema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import smartcity.sink.schema.UnsupportedSchema;

/// A subschema and its location.
///
/// @param pointer the JSON pointer to `node` in the document
/// @param references the locations around this one that references led to, and the root
/// @param outer how many of these are of values around those that this one describes
record SubschemaLocation(SchemaDocument document, JsonNode node, String pointer, List<String> references, int outer) {
    static SubschemaLocation root(SchemaDocument document) {
        return new SubschemaLocation(document, document.root(), "", List.of(document.file() + "#"), 0);
    }

    /// The subschema below this one, of the same values.
    SubschemaLocation at(JsonNode below, String path) {
        return new SubschemaLocation(document, below, pointer + path, references, outer);
    }

    /// The subschema below this one, of values in those of this one.
    SubschemaLocation inside(JsonNode below, String path) {
        return new SubschemaLocation(document, below, pointer + path, references, references.size());
    }

    SubschemaLocation inside(String keyword) {
        return inside(node.path(keyword), "/" + keyword);
    }

    SubschemaLocation at(String keyword) {
        return at(node.path(keyword), "/" + keyword);
    }

    /// The subschemas in the array or the object of that keyword.
    List<SubschemaLocation> each(String keyword) {
        JsonNode container = node.path(keyword);
        List<SubschemaLocation> found = new ArrayList<>();
        if (container.isArray()) {
            for (int i = 0; i < container.size(); i++) {
                found.add(at(container.get(i), "/" + keyword + "/" + i));
            }
        }
        for (Map.Entry<String, JsonNode> member : container.properties()) {
            found.add(at(member.getValue(), "/" + keyword + "/" + escaped(member.getKey())));
        }
        return found;
    }

    boolean has(String keyword) {
        return node.has(keyword);
    }

    /// The subschema to which the reference here points. One that applies to the same values already says nothing more:
    /// `true`. Null when it is of values around these.
    ///
    /// @param keyword of the reference
    /// @throws UnsupportedSchema when there is none
    @Nullable
    SubschemaLocation referred(String keyword) {
        SchemaReference reference = SchemaReference.of(node.path(keyword).asText());
        SchemaDocument.Resource resource = document.resource(reference.address(), pointer);
        if (resource == null) {
            throw refused(
                    "/" + keyword,
                    "must point into the same file, or to a file or an $id of the schema directory, as nothing is read"
                            + " from the network, but was " + reference);
        }
        String target = resource.find(reference.fragment());
        if (target == null) {
            throw refused("/" + keyword, "must point to an existing schema but was " + reference);
        }
        String name = resource.document().file() + "#" + target;
        int known = references.indexOf(name);
        if (known >= 0) {
            return known < outer ? null : at(BooleanNode.TRUE, "/" + keyword);
        }
        return new SubschemaLocation(
                resource.document(),
                resource.document().root().at(target),
                target,
                Stream.concat(references.stream(), Stream.of(name)).toList(),
                outer);
    }

    /// The refusal of what is at `below` from here.
    UnsupportedSchema refused(String below, String rule) {
        return new UnsupportedSchema(document.file(), pointer + below, rule);
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
