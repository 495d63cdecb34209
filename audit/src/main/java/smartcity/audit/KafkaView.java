package smartcity.audit;

import org.jspecify.annotations.Nullable;
import smartcity.audit.kafka.GroupPosition;
import smartcity.audit.kafka.RecordOffsets;

/// What Kafka knows of one partition.
///
/// @param earliest its first offset; null when unknown
/// @param before where the group was before the objects were listed: everything below must be there; null when
///     it has committed nothing
/// @param after where the group was after the objects were listed: nothing but its pending cut may lie behind
/// @param records the offsets of its records; null when they are not to be compared
record KafkaView(
        @Nullable Long earliest,
        @Nullable GroupPosition before,
        @Nullable GroupPosition after,
        @Nullable RecordOffsets records) {
    static final KafkaView NONE = new KafkaView(null, null, null, null);

    /// Whether a stretch of landed offsets may be behind the committed offset: its cut is pending, or it has landed
    /// while objects were listed.
    boolean allowsBehind(CutObjects stretch) {
        GroupPosition now = after;
        return before != null
                && now != null
                && stretch.first() >= before.committed()
                && (stretch.end() <= now.committed() || isPending(stretch));
    }

    boolean isPending(CutObjects stretch) {
        GroupPosition now = after;
        return now != null
                && now.pendingEnd() != null
                && stretch.first() == now.committed()
                && stretch.end() == now.pendingEnd();
    }
}
