package smartcity.sink.jsonschema;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A schema file: its content, and the names by which references find parts of it.
final class SchemaDocument {
    /// Keywords whose values are data, not schemas.
    private static final Set<String> DATA = Set.of("const", "enum", "default", "examples", "example");

    private final String file;
    private final Optional<Path> folder;
    private final JsonNode root;
    private final SchemaLibrary library;

    /// Pointers to the subschemas that have an `$id`, by that; the root has at least the empty one.
    private final Map<String, String> resources = new HashMap<>();

    /// The `$id` of each of these pointers.
    private final Map<String, String> bases = new HashMap<>();

    /// Pointers by `$id`, a hash sign and an anchor.
    private final Map<String, String> anchors = new HashMap<>();

    /// A part of a document that has an `$id`, or the whole document.
    ///
    /// @param pointer to it
    record Resource(SchemaDocument document, String id, String pointer) {
        /// The pointer to what the fragment names; null when there is nothing.
        @Nullable
        String find(String fragment) {
            if (!fragment.isEmpty() && !fragment.startsWith("/")) {
                return document.anchors.get(id + "#" + fragment);
            }
            String inside = pointer + fragment;
            if (!document.root.at(inside).isMissingNode()) {
                return inside;
            }
            // Tools that bundle schemas leave pointers as they were written for the whole file.
            return document.root.at(fragment).isMissingNode() ? null : fragment;
        }
    }

    /// @param file its name in messages
    /// @param folder that the file is in; empty when it is not in a folder
    SchemaDocument(String file, Optional<Path> folder, JsonNode root, SchemaLibrary library) {
        this.file = file;
        this.folder = folder;
        this.root = root;
        this.library = library;
        resources.put("", "");
        bases.put("", "");
        index(root, "", "");
    }

    private void index(JsonNode node, String pointer, String outer) {
        String base = outer;
        JsonNode id = node.path("$id").isTextual() || !pointer.isEmpty() ? node.path("$id") : node.path("id");
        if (id.isTextual() && id.asText().startsWith("#")) { // before 2019-09 an anchor
            anchors.put(base + id.asText(), pointer);
        } else if (id.isTextual()) {
            String text = id.asText();
            base = SchemaReference.resolved(base, text.endsWith("#") ? text.substring(0, text.length() - 1) : text);
            resources.put(base, pointer);
            bases.put(pointer, base);
        }
        for (String keyword : new String[] {"$anchor", "$dynamicAnchor"}) {
            if (node.path(keyword).isTextual()) {
                anchors.put(base + "#" + node.path(keyword).asText(), pointer);
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            index(node.get(i), pointer + "/" + i, base);
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (!DATA.contains(member.getKey())) {
                index(member.getValue(), pointer + "/" + SubschemaLocation.escaped(member.getKey()), base);
            }
        }
    }

    String file() {
        return file;
    }

    JsonNode root() {
        return root;
    }

    Optional<Path> folder() {
        return folder;
    }

    /// The whole document.
    Resource whole() {
        return new Resource(this, bases.getOrDefault("", ""), "");
    }

    /// The part with that `$id`; null when the document has none.
    @Nullable
    Resource resource(String id) {
        String pointer = resources.get(id);
        return pointer == null ? null : new Resource(this, id, pointer);
    }

    /// What an address means at `pointer`; null when it is not found.
    @Nullable
    Resource resource(String address, String pointer) {
        String at = pointer;
        while (!bases.containsKey(at)) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        String base = bases.getOrDefault(at, "");
        if (address.isEmpty()) {
            return resource(base);
        }
        String resolved = SchemaReference.resolved(base, address);
        Resource here = resource(resolved);
        return here == null ? library.find(this, address, resolved) : here;
    }
}
