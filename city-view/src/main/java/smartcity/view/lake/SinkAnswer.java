package smartcity.view.lake;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// What is known of one sink.
///
/// @param status the last one; null before the first
/// @param failure in words for people, why the sink does not answer now; null when `status` is of now
public record SinkAnswer(
        @Nullable JsonNode status, @Nullable String failure) {
    boolean isOfNow() {
        return failure == null;
    }
}
