package smartcity.sink.loop;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import smartcity.sink.cut.Cut;
import smartcity.sink.identity.TopicIdentity;
import smartcity.sink.topic.LandedTopic;

/// Where a partition resumes.
///
/// @param landed how the topic is landed, with the field IDs of its columns where they are known
/// @param topic the incarnation of the topic that is resumed
/// @param offset the first offset that has not landed
/// @param position the first offset that Kafka still has of those
/// @param pending the cut that starts at `offset` and must be completed first; null when there is none
/// @param leaderEpoch of the record before `position`, by which Kafka detects a truncated log; empty when unknown
/// @param origin the source of this: `group`, `bucket`, `era` or `earliest`
record ResumePoint(
        LandedTopic landed,
        TopicIdentity topic,
        long offset,
        long position,
        @Nullable Cut pending,
        Optional<Integer> leaderEpoch,
        String origin) {
    /// The same point of a topic whose columns have field IDs.
    ResumePoint of(LandedTopic identified) {
        return new ResumePoint(identified, topic, offset, position, pending, leaderEpoch, origin);
    }

    /// Whether the pending cut is the metadata of the group's offset. One that was found in the bucket is
    /// not: the group's offset may be anywhere.
    boolean declared() {
        return origin.equals("group");
    }

    /// Whether the partition has nothing in its era yet, which is not the first. Where such an era begins may follow
    /// from what Kafka has at present, so it is committed before anything is read.
    boolean beginsEra() {
        return origin.equals("era");
    }

    /// Whether Kafka deleted records before they could land.
    boolean truncated() {
        return position > offset;
    }
}
