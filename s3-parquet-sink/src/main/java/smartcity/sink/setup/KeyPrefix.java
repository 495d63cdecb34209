package smartcity.sink.setup;

/// The path that every key begins with.
///
/// @param path with a slash at its end; empty when keys begin with `data/`
public record KeyPrefix(String path) {
    /// The configured prefix.
    public static KeyPrefix of(SinkConfig config) {
        return new KeyPrefix(config.prefix().orElse(""));
    }
}
