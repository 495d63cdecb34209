package smartcity.sink.store;

/// An object to be stored.
///
/// @param records how many rows it has; stored with it, so that a later attempt can check that it is the same
/// @param content its bytes
public record NewObject(String key, long records, ObjectContent content) {}
