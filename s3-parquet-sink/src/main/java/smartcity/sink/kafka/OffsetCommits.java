package smartcity.sink.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.StaleMemberEpochException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.jspecify.annotations.Nullable;
import smartcity.sink.cut.CommitState;
import smartcity.sink.cut.Cut;
import smartcity.sink.identity.TopicIdentity;

/// Commits one offset at a time, synchronously, and distinguishes the results of an attempt.
///
/// Requests on one connection take effect in their order. One that was sent on a connection that has been closed since
/// may take effect at any later time, also after newer ones, until the group has a new generation: meanwhile
/// the partition is [#doubtful], and no new cut may begin on it, as the late commit could hide it.
///
/// The consumer of the new protocol sends a commit without any epoch when it has just learned that it is no member any
/// more, and the broker takes such a commit while the group is empty. A member that was stopped while others took
/// over and left could set the group back by it. So with that protocol each commit is preceded by a read of the
/// group's offset: a member that finds it moved by another one is fenced.
public final class OffsetCommits {
    /// How long one request may block the loop [chosen, not measured].
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private record Membership(String member, int generation) {}

    private record Unanswered(Membership by, double closes) {}

    private final Consumer<?, ?> consumer;
    private final GroupProtocol protocol;
    private final ConnectionCloses closes;
    private final Map<TopicPartition, Unanswered> unanswered = new HashMap<>();
    private final Map<TopicPartition, Membership> doubts = new HashMap<>();
    private boolean awaitsPoll;

    public OffsetCommits(Consumer<?, ?> consumer, GroupProtocol protocol) {
        this.consumer = consumer;
        this.protocol = protocol;
        this.closes = new ConnectionCloses(consumer);
    }

    private Membership membership() {
        ConsumerGroupMetadata group = consumer.groupMetadata();
        return new Membership(group.memberId(), group.generationId());
    }

    /// Commits that the partition begins an era at `start`: the next owner continues there, whatever it finds.
    public CommitOutcome begin(TopicPartition partition, LogPosition start, CommitState.Landed era) {
        return attempt(partition, start.with(era.encoded()), (state, _) -> era(state) >= era.era());
    }

    /// Makes the cut that starts at `start` durable.
    public CommitOutcome declare(TopicPartition partition, LogPosition start, Cut cut) {
        return attempt(
                partition,
                start.with(cut.encoded()),
                (state, offset) -> isOther(state, offset, start.offset(), cut, true));
    }

    /// Commits that the cut that starts at `start` has landed.
    ///
    /// @param end of the cut
    public CommitOutcome finish(TopicPartition partition, LogPosition start, LogPosition end, Cut cut) {
        return attempt(
                partition,
                end.with(landed(cut)),
                (state, offset) -> isOther(state, offset, start.offset(), cut, false));
    }

    private static String landed(Cut cut) {
        TopicIdentity topic = cut.topic();
        return topic == null ? "" : new CommitState.Landed(topic, cut.layout().era()).encoded();
    }

    /// Whether what the group has committed is by another member.
    private interface Moved {
        boolean by(CommitState state, long offset);
    }

    private CommitOutcome attempt(TopicPartition partition, OffsetAndMetadata next, Moved moved) {
        try {
            if (protocol == GroupProtocol.CONSUMER && moved(committed(partition), next, moved)) {
                return CommitOutcome.FENCED;
            }
            sending(partition);
            consumer.commitSync(Map.of(partition, next), TIMEOUT);
            answered(partition);
            return CommitOutcome.DONE;
        } catch (CommitFailedException | FencedInstanceIdException e) {
            return CommitOutcome.FENCED;
        } catch (RebalanceInProgressException | UnknownMemberIdException | StaleMemberEpochException e) {
            // What it means for the partition follows from the next poll.
            awaitsPoll = true;
            return CommitOutcome.LATER;
        } catch (RetriableException | TopicAuthorizationException e) {
            return CommitOutcome.LATER;
        }
    }

    /// Whether commits were refused, since this was asked last, until a poll of the consumer has completed a rebalance.
    public boolean awaitedPoll() {
        boolean awaited = awaitsPoll;
        awaitsPoll = false;
        return awaited;
    }

    private @Nullable OffsetAndMetadata committed(TopicPartition partition) {
        return consumer.committed(Set.of(partition), TIMEOUT).get(partition);
    }

    /// Whether another member has committed since: the group's offset is neither what this member found there or
    /// committed before, nor what it is about to commit.
    private static boolean moved(@Nullable OffsetAndMetadata now, OffsetAndMetadata next, Moved moved) {
        if (now == null || (now.offset() == next.offset() && now.metadata().equals(next.metadata()))) {
            return false;
        }
        try {
            return moved.by(CommitState.of(now.metadata()), now.offset());
        } catch (IllegalArgumentException e) {
            // Not written by this sink: the resume point reports it.
            return true;
        }
    }

    /// Whether a commit of the cut finds something that it does not follow.
    ///
    /// @param declaring whether the cut is to be declared, or else to be finished
    private static boolean isOther(CommitState state, long offset, long start, Cut cut, boolean declaring) {
        int era = era(state);
        if (era != cut.layout().era()) {
            // A former era may have ended anywhere; the first cut of this one replaces what it left.
            return era > cut.layout().era() || !declaring;
        }
        return offset != start || isOtherCut(state, cut, declaring);
    }

    private static int era(CommitState state) {
        return switch (state) {
            case CommitState.Pending(Cut cut) -> cut.layout().era();
            case CommitState.Landed(TopicIdentity _, int era) -> era;
            case CommitState.Unmarked _ -> 0;
        };
    }

    private static boolean isOtherCut(CommitState state, Cut cut, boolean declaring) {
        return switch (state) {
            case CommitState.Pending(Cut other) -> other.end() != cut.end();
            case CommitState.Landed _, CommitState.Unmarked _ -> !declaring;
        };
    }

    private void sending(TopicPartition partition) {
        Unanswered first = new Unanswered(membership(), closes.count());
        Unanswered before = unanswered.get(partition);
        if (before == null || !before.by.equals(first.by)) {
            unanswered.put(partition, first);
        }
    }

    private void answered(TopicPartition partition) {
        Unanswered since = unanswered.remove(partition);
        if (since != null && since.closes != closes.count()) {
            doubts.put(partition, membership());
        }
    }

    /// Whether an earlier commit for the partition may still take effect.
    public boolean doubtful(TopicPartition partition) {
        Membership by = doubts.get(partition);
        if (by != null && !by.equals(membership())) {
            doubts.remove(partition);
            return false;
        }
        return by != null;
    }
}
