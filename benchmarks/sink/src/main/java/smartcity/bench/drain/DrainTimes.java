package smartcity.bench.drain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Instants of a drain.
///
/// @param firstRecord when the first record was there; null when that cannot be seen
/// @param done when the last record was visible and committed
public record DrainTimes(@Nullable Instant firstRecord, Instant done) {}
