package smartcity.sink.loop;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The topics that a loop lands, with their decoders. For the loop's thread.
///
/// @param named topics that are landed as soon as they exist
/// @param refused topics that settings name but that cannot be landed, with the reason of each
/// @param others decides about any other topic that exists; null when no other topic is landed
public record TopicDecoders(
        Map<String, TopicDecoder> named,
        Map<String, String> refused,
        @Nullable Function<String, Found> others) {
    /// No topic is refused.
    public TopicDecoders(Map<String, TopicDecoder> named, @Nullable Function<String, Found> others) {
        this(named, Map.of(), others);
    }

    /// The decision about a topic.
    public sealed interface Found {
        /// It is not landed.
        record Ignored() implements Found {}

        /// It is landed.
        record Accepted(TopicDecoder decoder) implements Found {}

        /// It should be landed but cannot be, at present.
        record Refused(String reason) implements Found {}
    }

    public TopicDecoders {
        named = Map.copyOf(named);
        refused = Map.copyOf(refused);
    }
}
