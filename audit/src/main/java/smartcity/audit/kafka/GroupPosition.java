package smartcity.audit.kafka;

import org.jspecify.annotations.Nullable;

/// How far a group has landed a partition.
///
/// @param committed the first offset that is not committed as landed
/// @param pendingEnd end of the cut that starts there and is under way; null when there is none
public record GroupPosition(long committed, @Nullable Long pendingEnd) {}
