package smartcity.sink.setup;

import java.util.Arrays;

/// The path that every key begins with.
///
/// @param path with a slash at its end; empty when keys begin with `data/`
public record KeyPrefix(String path) {
    public KeyPrefix {
        if (!path.isEmpty() && (!path.endsWith("/") || hasOddSegment(path))) {
            throw new IllegalArgumentException("sink.prefix must be a path like lake/ or lake/city/, without empty"
                    + " segments, . and .., but was " + path);
        }
    }

    /// Whether programs that take keys for paths would change the path.
    private static boolean hasOddSegment(String path) {
        return Arrays.stream(path.substring(0, path.length() - 1).split("/", -1))
                .anyMatch(segment -> segment.isBlank() || segment.equals(".") || segment.equals(".."));
    }

    /// The configured prefix.
    public static KeyPrefix of(SinkConfig config) {
        return new KeyPrefix(config.prefix().orElse(""));
    }
}
