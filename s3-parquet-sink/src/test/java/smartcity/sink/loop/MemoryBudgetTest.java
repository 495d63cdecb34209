package smartcity.sink.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {
    private final MemoryBudget budget = new MemoryBudget(100);
    private final MemoryBudget.Share one = budget.share();
    private final MemoryBudget.Share other = budget.share();

    @Test
    void cutsNothingBelowFourFifths() {
        one.update(40, 0, OptionalLong.of(40));
        other.update(39, 0, OptionalLong.of(20));

        assertThat(one.mustCut()).isFalse();
        assertThat(other.mustCut()).isFalse();
    }

    @Test
    void cutsOnlyTheLargestBatchOfAllLoops() {
        one.update(40, 0, OptionalLong.of(30));
        other.update(40, 0, OptionalLong.of(20));

        assertThat(one.mustCut()).isTrue();
        assertThat(other.mustCut()).isFalse();
    }

    @Test
    void cutsNoFurtherBatchWhileEnoughIsOnItsWay() {
        one.update(10, 30, OptionalLong.of(10));
        other.update(40, 0, OptionalLong.of(20));

        assertThat(List.of(one.mustCut(), other.mustCut())).containsOnly(false);
    }

    @Test
    void cutsWithoutWaitingForAnotherLoopWhenMemoryIsFull() {
        one.update(60, 0, OptionalLong.of(60));
        other.update(40, 0, OptionalLong.of(20));

        assertThat(other.mustCut()).isTrue();
    }

    @Test
    void resumesReadingOnlyWhenAFifthIsFreeAgain() {
        one.update(60, 20, OptionalLong.of(0));
        other.update(0, 20, OptionalLong.empty());
        assertThat(budget.heldBytes()).isEqualTo(100);
        assertThat(other.full(false)).isTrue();

        one.update(60, 0, OptionalLong.of(0));

        assertThat(other.full(true)).isTrue();
        assertThat(other.full(false)).isFalse();
        other.update(0, 19, OptionalLong.empty());
        assertThat(other.full(true)).isFalse();
    }

    @Test
    void refusesABudgetOfZeroBytes() {
        assertThatThrownBy(() -> new MemoryBudget(0)).hasMessage("maxBytes must be at least 1 but was 0");
    }
}
