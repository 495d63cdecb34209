package smartcity.audit;

import org.jspecify.annotations.Nullable;
import smartcity.audit.kafka.GroupPosition;
import smartcity.audit.kafka.RecordOffsets;

/// The state of one partition in Kafka.
///
/// @param earliest its first offset; null when unknown
/// @param before the group's position before the objects were listed: every offset below must be in the lake; null
///     when the group has committed nothing
/// @param after the group's position after the objects were listed: beyond it only the pending cut may be in the lake
/// @param records the offsets of its records; null when they are not compared
/// @param topicId the ID of its topic; null when unknown
record KafkaView(
        @Nullable Long earliest,
        @Nullable GroupPosition before,
        @Nullable GroupPosition after,
        @Nullable RecordOffsets records,
        @Nullable String topicId) {
    static final KafkaView NONE = new KafkaView(null, null, null, null, null);

    /// Whether objects may be beyond the committed offset: their cut is pending, or it landed while objects were
    /// listed.
    boolean allowsBeyondCommitted(CutObjects cut) {
        GroupPosition now = after;
        return before != null
                && now != null
                && cut.first() >= before.committed()
                && (cut.end() <= now.committed() || isPending(cut));
    }

    boolean isPending(CutObjects cut) {
        GroupPosition now = after;
        return now != null
                && now.pendingEnd() != null
                && cut.first() == now.committed()
                && cut.end() == now.pendingEnd();
    }
}
