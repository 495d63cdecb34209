package smartcity.sink.loop;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which topics a loop lands, and how it takes them in. For its thread.
///
/// @param named topics that are landed as soon as they exist
/// @param others says what is to become of any other topic that exists; null when nothing is
public record TopicDecoders(
        Map<String, TopicDecoder> named, @Nullable Function<String, Found> others) {
    /// What is to become of a topic.
    public sealed interface Found {
        /// It is no concern of the sink.
        record Ignored() implements Found {}

        /// It is landed.
        record Accepted(TopicDecoder intake) implements Found {}

        /// It should be landed but cannot be, at present.
        record Refused(String reason) implements Found {}
    }

    public TopicDecoders {
        named = Map.copyOf(named);
    }
}
