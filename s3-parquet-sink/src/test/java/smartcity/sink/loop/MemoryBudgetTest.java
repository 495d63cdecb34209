package smartcity.sink.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {
    private final MemoryBudget budget = new MemoryBudget(100);
    private final MemoryBudget.Share one = budget.share();
    private final MemoryBudget.Share other = budget.share();

    @Test
    void cutsNothingBelowFourFifths() {
        one.hold(40, 0, 40);
        other.hold(39, 0, 20);

        assertThat(one.mustCut()).isFalse();
        assertThat(other.mustCut()).isFalse();
    }

    @Test
    void cutsOnlyTheLargestBatchOfAllLoops() {
        one.hold(40, 0, 30);
        other.hold(40, 0, 20);

        assertThat(one.mustCut()).isTrue();
        assertThat(other.mustCut()).isFalse();
    }

    @Test
    void cutsNoFurtherBatchWhileEnoughIsOnItsWay() {
        one.hold(10, 30, 10);
        other.hold(40, 0, 20);

        assertThat(List.of(one.mustCut(), other.mustCut())).containsOnly(false);
    }

    @Test
    void waitsForNoLoopThatDoesNotTurnWhenMemoryIsFull() {
        one.hold(60, 0, 60);
        other.hold(40, 0, 20);

        assertThat(other.mustCut()).isTrue();
    }

    @Test
    void readsOnOnlyWhenAFifthIsFreeAgain() {
        one.hold(60, 20, 0);
        other.hold(0, 20, -1);
        assertThat(budget.heldBytes()).isEqualTo(100);
        assertThat(other.full(false)).isTrue();

        one.hold(60, 0, 0);

        assertThat(other.full(true)).isTrue();
        assertThat(other.full(false)).isFalse();
        other.hold(0, 19, -1);
        assertThat(other.full(true)).isFalse();
    }

    @Test
    void refusesABudgetOfNothing() {
        assertThatThrownBy(() -> new MemoryBudget(0)).hasMessage("maxBytes must be at least 1 but was 0");
    }
}
