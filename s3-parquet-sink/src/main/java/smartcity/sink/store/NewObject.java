package smartcity.sink.store;

import java.nio.ByteBuffer;

/// An object to be stored.
///
/// @param records how many rows it has; stored with it, so that a later attempt can tell it is the same
/// @param content its bytes, from position to limit of a buffer with an array
public record NewObject(String key, long records, ByteBuffer content) {}
