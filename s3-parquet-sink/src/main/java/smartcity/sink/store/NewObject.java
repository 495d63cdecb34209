package smartcity.sink.store;

import java.util.Map;
import java.util.OptionalLong;

/// An object to be stored.
///
/// @param records how many rows it has; stored with it, so that a later attempt can check that it is the same
/// @param labels further metadata that is stored with it, by names in lower case
/// @param content its bytes
public record NewObject(String key, long records, Map<String, String> labels, ObjectContent content) {
    public NewObject {
        labels = Map.copyOf(labels);
    }

    /// An object without further metadata.
    public NewObject(String key, long records, ObjectContent content) {
        this(key, records, Map.of(), content);
    }

    /// What a request for its metadata will find.
    public StoredMetadata facts() {
        return new StoredMetadata(OptionalLong.of(records), labels);
    }
}
