package smartcity.audit.lake;

/// A listed object.
///
/// @param bytes its size
public record StoredObject(String key, long bytes) {}
