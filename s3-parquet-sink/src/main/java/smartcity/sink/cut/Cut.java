package smartcity.sink.cut;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A range of offsets that is to land whole, and where: once this is committed as the metadata of the range's first
/// offset, the owner of the partition must store exactly this range, under these names, before anything else.
///
/// @param end the first offset behind the range
/// @param layout where the range's objects go
/// @param rules a fingerprint of what else decides which rows they have; null when it is unknown
public record Cut(long end, Layout layout, @Nullable String rules) {
    /// The longest metadata that brokers take by default [characters]. Source: Kafka, `offset.metadata.max.bytes`.
    public static final int LONGEST = 4096;

    private static final int VERSION = 2;

    /// What the metadata has in place of unknown rules.
    private static final String UNKNOWN = "";

    private static final ObjectMapper JSON = new ObjectMapper();

    /// The metadata to commit.
    public String encoded() {
        return JSON.createObjectNode()
                .put("cut", VERSION)
                .put("end", end)
                .put("prefix", layout.prefix())
                .put("layout", layout.template().text())
                .put("window", layout.window().toString())
                .put("rules", rules == null ? UNKNOWN : rules)
                .toString();
    }

    /// The cut in the metadata of a committed offset; empty when there is none pending.
    ///
    /// @throws IllegalStateException when the metadata is not that of a cut: to continue as if no cut were pending
    ///     could land rows twice
    public static Optional<Cut> decoded(String metadata) {
        if (metadata.isEmpty()) {
            return Optional.empty();
        }
        try {
            JsonNode node = JSON.readTree(metadata);
            String prefix = text(node, "prefix");
            return Optional.of(
                    switch (node.path("cut").asInt()) {
                        case 1 -> new Cut(end(node), Layout.byHour(prefix), null);
                        case VERSION -> new Cut(end(node), layout(prefix, node), rules(node));
                        default -> throw new IllegalArgumentException("unknown version");
                    });
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeParseException e) {
            throw new IllegalStateException("Expected the metadata of a cut, got: " + metadata, e);
        }
    }

    private static Layout layout(String prefix, JsonNode node) {
        return new Layout(prefix, FolderTemplate.of(text(node, "layout")), Duration.parse(text(node, "window")));
    }

    private static @Nullable String rules(JsonNode node) {
        String rules = text(node, "rules");
        return rules.equals(UNKNOWN) ? null : rules;
    }

    private static long end(JsonNode node) {
        if (!node.path("end").canConvertToLong()) {
            throw new IllegalArgumentException("end must be an offset but was " + node.path("end"));
        }
        return node.get("end").asLong();
    }

    private static String text(JsonNode node, String name) {
        if (!node.path(name).isTextual()) {
            throw new IllegalArgumentException(name + " must be a text but was " + node.path(name));
        }
        return node.get(name).asText();
    }
}
