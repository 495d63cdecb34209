package smartcity.sink.store;

import java.util.Map;
import java.util.OptionalLong;

/// What a stored object's metadata says of it.
///
/// @param records its number of rows; empty when none is recorded
/// @param labels the other entries, by names in lower case
public record StoredMetadata(OptionalLong records, Map<String, String> labels) {
    public StoredMetadata {
        labels = Map.copyOf(labels);
    }
}
