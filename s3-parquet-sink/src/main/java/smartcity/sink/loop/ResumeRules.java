package smartcity.sink.loop;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import smartcity.sink.cut.CommitState;
import smartcity.sink.cut.Cut;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.identity.TopicIdentity;
import smartcity.sink.identity.TopicMarker;
import smartcity.sink.loop.ResumePoints.PartitionFacts;

/// Decides whether a partition may resume, and where. It may when the topic is the one whose records the era holds, and
/// this group is the one that lands it: by the era's marker in the bucket, and by what was committed with the offset.
///
/// The last range found in the bucket may be there in part, as the cut it belongs to is forgotten with the group's
/// offsets; it is completed like a pending cut, which changes nothing when it was complete. For the loop's thread.
// Over 200 lines: the rules exclude each other, in this order.
final class ResumeRules {
    private static final Resumption UNKNOWN = new Resumption.Unknown();

    private final Consumer<?, ?> consumer;
    private final TopicMarkers markers;
    private final LandedRanges ranges;

    ResumeRules(Consumer<?, ?> consumer, TopicMarkers markers, LandedRanges ranges) {
        this.consumer = consumer;
        this.markers = markers;
        this.ranges = ranges;
    }

    /// The decision, by what is known now.
    Resumption decide(PartitionFacts facts) {
        return switch (markers.of(facts.landed())) {
            case TopicMarkers.State.Unknown _ -> UNKNOWN;
            case TopicMarkers.State.Unreadable(String reason) -> new Resumption.Blocked(reason);
            case TopicMarkers.State.Present(TopicMarker marker) ->
                markers.objection(marker, facts.topic())
                        .<Resumption>map(Resumption.Blocked::new)
                        .orElseGet(() -> byCommit(facts, true));
            case TopicMarkers.State.Absent _ -> opened(byCommit(facts, false), facts);
        };
    }

    /// An era gets its marker when its first partition may resume.
    private Resumption opened(Resumption resumption, PartitionFacts facts) {
        if (!(resumption instanceof Resumption.At)) {
            return resumption;
        }
        return switch (markers.open(facts.landed(), facts.topic())) {
            case TopicMarkers.State.Unknown _, TopicMarkers.State.Absent _ -> UNKNOWN;
            case TopicMarkers.State.Unreadable(String reason) -> new Resumption.Blocked(reason);
            case TopicMarkers.State.Present(TopicMarker marker) ->
                markers.objection(marker, facts.topic())
                        .<Resumption>map(Resumption.Blocked::new)
                        .orElse(resumption);
        };
    }

    /// @param marked whether the era had a marker before
    private Resumption byCommit(PartitionFacts facts, boolean marked) {
        OffsetAndMetadata committed = facts.committed();
        if (committed == null) {
            return byBucket(facts);
        }
        try {
            return switch (CommitState.of(committed.metadata())) {
                case CommitState.Pending(Cut cut) -> pending(cut, committed, facts);
                case CommitState.Landed(TopicIdentity topic, int era) -> landed(topic, era, committed, facts);
                case CommitState.Unmarked _ -> unmarked(committed, facts, marked);
            };
        } catch (IllegalArgumentException e) {
            return new Resumption.Blocked(facts.partition() + ": " + e.getMessage());
        }
    }

    private Resumption pending(Cut cut, OffsetAndMetadata committed, PartitionFacts facts) {
        int era = cut.layout().era();
        TopicIdentity topic = cut.topic();
        if (era > facts.era()) {
            return new Resumption.Blocked(BlockReasons.laterEra(facts.partition(), era, facts.era()));
        }
        if (era < facts.era()) {
            // What the former era lacks lands in the new one; its last range stays incomplete.
            return byBucket(facts);
        }
        if (topic != null && !topic.equals(facts.topic())) {
            return new Resumption.Blocked(
                    BlockReasons.otherTopic(facts.partition().topic(), topic, facts.topic()));
        }
        if (cut.end() <= committed.offset()) {
            throw new IllegalArgumentException("the end of a cut must be behind its offset " + committed.offset()
                    + " but is " + cut.end() + " in the committed metadata");
        }
        return at(facts, committed.offset(), cut.of(facts.topic()), committed.leaderEpoch(), "group", null);
    }

    private Resumption landed(TopicIdentity topic, int era, OffsetAndMetadata committed, PartitionFacts facts) {
        if (era > facts.era()) {
            return new Resumption.Blocked(BlockReasons.laterEra(facts.partition(), era, facts.era()));
        }
        if (era < facts.era()) {
            return byBucket(facts);
        }
        return topic.equals(facts.topic())
                ? at(facts, committed.offset(), null, committed.leaderEpoch(), "group", null)
                : new Resumption.Blocked(
                        BlockReasons.otherTopic(facts.partition().topic(), topic, facts.topic()));
    }

    /// Only a version of the sink without markers, or an operator, commits without a mark. It has no meaning for an
    /// era that the partition has not begun.
    private Resumption unmarked(OffsetAndMetadata committed, PartitionFacts facts, boolean marked) {
        return switch (ranges.of(facts.partition(), facts.landed().layout())) {
            case LandedRanges.Last.Unknown _ -> UNKNOWN;
            case LandedRanges.Last.None _ ->
                facts.era() > 0 ? start(facts) : behind(facts.first(), true, committed, facts);
            case LandedRanges.Last.InOtherLayout(var _, LandedRanges.Last.Found found) ->
                unmarked(found, committed, facts, marked);
            case LandedRanges.Last.Found found -> unmarked(found, committed, facts, marked);
        };
    }

    private static Resumption unmarked(
            LandedRanges.Last.Found found, OffsetAndMetadata committed, PartitionFacts facts, boolean marked) {
        Optional<Resumption> other = ofOtherTopic(found, facts);
        if (other.isPresent()) {
            return other.get();
        }
        OffsetRange last = found.range();
        if (found.incomplete()) {
            return new Resumption.Blocked(BlockReasons.resetWhilePending(facts.partition(), last));
        }
        return committed.offset() < last.end()
                ? new Resumption.Blocked(BlockReasons.offsetMovedBack(facts.partition(), committed.offset(), last))
                : behind(last.end(), marked, committed, facts);
    }

    /// Continues at the committed offset; what is between it and `landed` was skipped.
    private static Resumption behind(long landed, boolean marked, OffsetAndMetadata committed, PartitionFacts facts) {
        long offset = committed.offset();
        OffsetRange skipped = marked && offset > landed ? new OffsetRange(landed, offset) : null;
        return at(facts, offset, null, committed.leaderEpoch(), "group", skipped);
    }

    private Resumption byBucket(PartitionFacts facts) {
        return switch (ranges.of(facts.partition(), facts.landed().layout())) {
            case LandedRanges.Last.Unknown _ -> UNKNOWN;
            case LandedRanges.Last.None _ -> start(facts);
            case LandedRanges.Last.InOtherLayout(String name, var _) ->
                new Resumption.Blocked(BlockReasons.otherLayout(
                        facts.partition(),
                        name,
                        facts.landed().layout().template().toString()));
            case LandedRanges.Last.Found found ->
                ofOtherTopic(found, facts).orElseGet(() -> completing(found.range(), found.rules(), facts));
        };
    }

    /// Without a marker, only the objects say whose records they have.
    private static Optional<Resumption> ofOtherTopic(LandedRanges.Last.Found found, PartitionFacts facts) {
        TopicIdentity topic = found.topic();
        return topic == null || topic.equals(facts.topic())
                ? Optional.empty()
                : Optional.of(new Resumption.Blocked(
                        BlockReasons.otherTopic(facts.partition().topic(), topic, facts.topic())));
    }

    private static Resumption completing(OffsetRange last, @Nullable String rules, PartitionFacts facts) {
        Cut cut = new Cut(
                last.end(), facts.landed().layout(), facts.landed().files().form(), rules, facts.topic());
        return at(facts, last.start(), cut, Optional.empty(), "bucket", null);
    }

    private Resumption start(PartitionFacts facts) {
        if (facts.era() == 0) {
            return at(facts, facts.first(), null, Optional.empty(), "earliest", null);
        }
        long from = facts.landed().landFrom().map(time -> offsetAt(facts, time)).orElse(facts.first());
        return at(facts, from, null, Optional.empty(), "era", neverLanded(facts, from));
    }

    /// What the former era had not landed when the new one began behind it; null when it had landed all, or that is
    /// unknown.
    private static @Nullable OffsetRange neverLanded(PartitionFacts facts, long from) {
        OffsetAndMetadata committed = facts.committed();
        if (committed == null || committed.offset() >= from) {
            return null;
        }
        TopicIdentity former = switch (CommitState.of(committed.metadata())) {
            case CommitState.Pending(Cut cut) -> cut.topic();
            case CommitState.Landed(TopicIdentity topic, var _) -> topic;
            case CommitState.Unmarked _ -> null;
        };
        return facts.topic().equals(former) ? new OffsetRange(committed.offset(), from) : null;
    }

    private long offsetAt(PartitionFacts facts, Instant time) {
        Map<TopicPartition, OffsetAndTimestamp> found =
                consumer.offsetsForTimes(Map.of(facts.partition(), time.toEpochMilli()), ResumePoints.TIMEOUT);
        OffsetAndTimestamp first = found.get(facts.partition());
        return first == null ? facts.end() : first.offset();
    }

    private static Resumption at(
            PartitionFacts facts,
            long offset,
            @Nullable Cut pending,
            Optional<Integer> leaderEpoch,
            String origin,
            @Nullable OffsetRange skipped) {
        long position = Math.max(facts.first(), offset);
        Optional<Integer> epoch = position == offset ? leaderEpoch : Optional.empty();
        return new Resumption.At(
                new ResumePoint(facts.landed(), facts.topic(), offset, position, pending, epoch, origin), skipped);
    }
}
