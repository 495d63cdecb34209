package smartcity.sink.loop;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which topics a loop lands, and how it takes them in. For its thread.
///
/// @param named topics that are landed as soon as they exist
/// @param others says what is to become of any other topic that exists; null when nothing is
public record Intakes(Map<String, Intake> named, @Nullable Function<String, Found> others) {
    /// What is to become of a topic.
    public sealed interface Found {
        /// It is no concern of the sink.
        record Ignored() implements Found {}

        /// It is landed.
        record Accepted(Intake intake) implements Found {}

        /// It should be landed but cannot be, at present.
        record Refused(String reason) implements Found {}
    }

    public Intakes {
        named = Map.copyOf(named);
    }
}
