package smartcity.audit.lake;

/// An object that was listed.
///
/// @param bytes its size
public record StoredObject(String key, long bytes) {}
