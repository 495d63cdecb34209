package smartcity.sink.jsonschema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A subschema that has the type of another one: a reference, or a choice between one schema and null.
///
/// @param inner the subschema with the type
/// @param nullable whether the choice includes null
record WrappedSubschema(SubschemaLocation inner, boolean nullable) {
    /// Keywords that determine a type; a branch of a choice without any of them only sets limits.
    private static final List<String> TYPING = List.of(
            "type", "properties", "additionalProperties", "items", "enum", "const", "format", "contentEncoding");

    private static final List<String> CHOICES = List.of("oneOf", "anyOf", "allOf");

    /// The wrapping at `place`; null when the subschema there determines its type itself.
    static @Nullable WrappedSubschema of(SubschemaLocation place) {
        if (place.has("$ref")) {
            TYPING.stream().filter(place::has).findFirst().ifPresent(keyword -> {
                throw place.refused("/" + keyword, "must not be used with $ref");
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
            throw place.refused("/" + keyword, "must not determine types together with " + typing);
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
