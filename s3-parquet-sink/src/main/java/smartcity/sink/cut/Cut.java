package smartcity.sink.cut;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/// A range of offsets that is to land whole, and where: once this is committed as the metadata of the range's first
/// offset, whoever owns the partition must store exactly this range, under these names, before anything else.
///
/// @param end the first offset behind the range
/// @param layout where the range's objects go
public record Cut(long end, Layout layout) {
    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    /// The metadata to commit.
    public String encoded() {
        return JSON.createObjectNode()
                .put("cut", VERSION)
                .put("end", end)
                .put("prefix", layout.prefix())
                .toString();
    }

    /// The cut in the metadata of a committed offset; empty when there is none pending.
    ///
    /// @throws IllegalStateException when the metadata says something else: to go on as if nothing were
    ///     pending could land rows twice
    public static Optional<Cut> decoded(String metadata) {
        if (metadata.isEmpty()) {
            return Optional.empty();
        }
        try {
            JsonNode node = JSON.readTree(metadata);
            if (node.path("cut").asInt() == VERSION
                    && node.path("end").canConvertToLong()
                    && node.path("prefix").isTextual()) {
                return Optional.of(new Cut(
                        node.get("end").asLong(), new Layout(node.get("prefix").asText())));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Expected the metadata of a cut, got: " + metadata, e);
        }
        throw new IllegalStateException("Expected the metadata of a cut, got: " + metadata);
    }
}
