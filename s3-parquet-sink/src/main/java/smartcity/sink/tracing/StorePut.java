package smartcity.sink.tracing;

import java.time.Instant;
import java.util.Optional;
import smartcity.sink.cut.LandedObjectName;

/// A request that stored an object, or tried to.
///
/// @param failure why it failed; empty when it did not
record StorePut(String key, LandedObjectName name, long bytes, Instant start, Instant end, Optional<String> failure) {}
