package smartcity.sink.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {
    private static final TopicPartition A = new TopicPartition("a", 0);
    private static final TopicPartition B = new TopicPartition("b", 0);
    private static final TopicPartition C = new TopicPartition("c", 0);

    private final MemoryBudget budget = new MemoryBudget(100);
    private final MemoryBudget.Share one = budget.share();
    private final MemoryBudget.Share other = budget.share();

    @Test
    void cutsNothingBelowFourFifths() {
        one.update(new MemoryBudget.Held(40, 0, OptionalLong.of(40), false));
        other.update(new MemoryBudget.Held(39, 0, OptionalLong.of(20), false));

        assertThat(one.mustCut()).isFalse();
        assertThat(other.mustCut()).isFalse();
    }

    @Test
    void cutsOnlyTheLargestBatchOfAllLoops() {
        one.update(new MemoryBudget.Held(40, 0, OptionalLong.of(30), false));
        other.update(new MemoryBudget.Held(40, 0, OptionalLong.of(20), false));

        assertThat(one.mustCut()).isTrue();
        assertThat(other.mustCut()).isFalse();
    }

    @Test
    void cutsNoFurtherBatchWhileEnoughIsOnItsWay() {
        one.update(new MemoryBudget.Held(10, 30, OptionalLong.of(10), false));
        other.update(new MemoryBudget.Held(40, 0, OptionalLong.of(20), false));

        assertThat(List.of(one.mustCut(), other.mustCut())).containsOnly(false);
    }

    @Test
    void cutsWithoutWaitingForAnotherLoopWhenMemoryIsFull() {
        one.update(new MemoryBudget.Held(60, 0, OptionalLong.of(60), false));
        other.update(new MemoryBudget.Held(40, 0, OptionalLong.of(20), false));

        assertThat(other.mustCut()).isTrue();
    }

    @Test
    void resumesReadingOnlyWhenAFifthIsFreeAgain() {
        one.update(new MemoryBudget.Held(60, 20, OptionalLong.of(0), false));
        other.update(new MemoryBudget.Held(0, 20, OptionalLong.empty(), false));
        assertThat(budget.heldBytes()).isEqualTo(100);
        assertThat(other.full(false)).isTrue();

        one.update(new MemoryBudget.Held(60, 0, OptionalLong.of(0), false));

        assertThat(other.full(true)).isTrue();
        assertThat(other.full(false)).isFalse();
        other.update(new MemoryBudget.Held(0, 19, OptionalLong.empty(), false));
        assertThat(other.full(true)).isFalse();
    }

    @Test
    void admitsWhatFitsBesideWhatWasPutInSinceTheLastTurn() {
        one.update(new MemoryBudget.Held(40, 0, OptionalLong.of(40), false));
        other.update(new MemoryBudget.Held(30, 0, OptionalLong.of(30), false));
        one.grown(20);

        assertThat(one.admits(10)).isTrue();
        assertThat(one.admits(11)).isFalse();
    }

    @Test
    void admitsAnythingWhileNothingIsHeld() {
        assertThat(one.admits(101)).isTrue();
    }

    @Test
    void cutsTheLargestBatchForARecordThatWaitsUnlessMemoryBecomesFreeAnyway() {
        one.update(new MemoryBudget.Held(0, 0, OptionalLong.empty(), true));
        other.update(new MemoryBudget.Held(50, 0, OptionalLong.of(50), false));
        boolean whenNothingLeaves = other.mustCut();
        one.update(new MemoryBudget.Held(0, 10, OptionalLong.empty(), true));
        boolean whenSomethingLeaves = other.mustCut();

        assertThat(List.of(whenNothingLeaves, whenSomethingLeaves)).containsExactly(true, false);
    }

    @Test
    void refusesABudgetOfZeroBytes() {
        assertThatThrownBy(() -> new MemoryBudget(0)).hasMessage("maxBytes must be at least 1 but was 0");
    }

    /// A process may have to finish the pending cuts of many that were killed.
    @Test
    void readsOnePendingCutOfTheProcessToItsEndWhateverItTakes() {
        one.replaying(Set.of(B, C));
        other.replaying(Set.of(A));

        assertThat(one.mustComplete(B)).isTrue();
        assertThat(List.of(one.mustComplete(C), other.mustComplete(A))).containsOnly(false);
    }

    @Test
    void readsTheNextPendingCutOnceTheFirstIsRead() {
        one.replaying(Set.of(B));
        other.replaying(Set.of(A));
        one.replaying(Set.of());
        other.replaying(Set.of(A));

        assertThat(other.mustComplete(A)).isTrue();
        assertThat(one.mustComplete(B)).isFalse();
    }

    @Test
    void staysWithAPendingCutThatItHasBegunToRead() {
        one.replaying(Set.of(B));
        one.replaying(Set.of(A, B));

        assertThat(one.mustComplete(B)).isTrue();
        assertThat(one.mustComplete(A)).isFalse();
    }
}
