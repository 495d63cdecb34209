package smartcity.sink.json;

/// What becomes of values that begin with the 5 bytes that serializers of a schema registry put before them: a zero,
/// and the schema's id.
public enum RegistryPrefix {
    /// The record is refused.
    REFUSE,
    /// The bytes are skipped where they are there.
    SKIP
}
