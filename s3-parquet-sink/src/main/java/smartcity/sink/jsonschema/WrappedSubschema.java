package smartcity.sink.jsonschema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A subschema that says its type only by another one: a reference, or a choice between one schema and null.
///
/// @param nullable whether the choice has null in it
record WrappedSubschema(SubschemaLocation inner, boolean nullable) {
    /// Keywords from which a type follows; a branch of a choice without any of them only limits.
    private static final List<String> TYPING = List.of(
            "type", "properties", "additionalProperties", "items", "enum", "const", "format", "contentEncoding");

    private static final List<String> CHOICES = List.of("oneOf", "anyOf", "allOf");

    /// How the subschema at `place` wraps another one; null when it does not.
    static @Nullable WrappedSubschema of(SubschemaLocation place) {
        if (place.has("$ref")) {
            TYPING.stream().filter(place::has).findFirst().ifPresent(keyword -> {
                throw place.refused("/" + keyword, "must not stand beside $ref");
            });
            return new WrappedSubschema(place.referred(), false);
        }
        for (String keyword : CHOICES) {
            List<SubschemaLocation> branches = typingBranches(place, keyword);
            if (!branches.isEmpty()) {
                return choice(place, keyword, branches);
            }
        }
        return null;
    }

    private static List<SubschemaLocation> typingBranches(SubschemaLocation place, String keyword) {
        List<SubschemaLocation> branches = new ArrayList<>();
        int index = 0;
        for (JsonNode branch : place.node().path(keyword)) {
            boolean types = TYPING.stream().anyMatch(branch::has)
                    || CHOICES.stream().anyMatch(branch::has)
                    || branch.has("$ref");
            if (types) {
                branches.add(place.at(branch, "/" + keyword + "/" + index));
            }
            index++;
        }
        return branches;
    }

    private static WrappedSubschema choice(SubschemaLocation place, String keyword, List<SubschemaLocation> branches) {
        TYPING.stream().filter(place::has).findFirst().ifPresent(typing -> {
            throw place.refused("/" + keyword, "must not say types beside " + typing);
        });
        List<SubschemaLocation> others =
                branches.stream().filter(branch -> !isNull(branch.node())).toList();
        if (others.size() != 1) {
            throw place.refused(
                    "/" + keyword, "must be one schema, with or without null, but was " + others.size() + " schemas");
        }
        return new WrappedSubschema(others.getFirst(), others.size() < branches.size());
    }

    private static boolean isNull(JsonNode branch) {
        JsonNode listed = branch.path("enum");
        return branch.path("type").asText().equals("null")
                || branch.path("const").isNull()
                || (listed.size() == 1 && listed.get(0).isNull());
    }
}
