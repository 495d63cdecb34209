package smartcity.audit.kafka;

import org.jspecify.annotations.Nullable;

/// A group's position in a partition.
///
/// @param committed the offset up to which, not including, everything has landed
/// @param pendingEnd end of the pending cut, which starts at `committed`; null when there is none
/// @param era in which the group lands the partition
/// @param topicId of the topic whose offset this is; null when the commit does not state it
public record GroupPosition(
        long committed,
        @Nullable Long pendingEnd,
        int era,
        @Nullable String topicId) {}
