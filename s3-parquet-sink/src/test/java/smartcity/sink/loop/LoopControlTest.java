package smartcity.sink.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import smartcity.sink.batch.CutCause;
import smartcity.sink.kafka.FakeKafka;
import smartcity.sink.loop.LoopFixture.Member;
import smartcity.sink.store.InMemoryObjectStore.Fault;

/// When the loop cuts and reads, by time, memory and request, and what its status reports.
class LoopControlTest {
    private final LoopFixture fixture = new LoopFixture();

    @Test
    void landsAnIdlePartitionAtItsAge() {
        fixture.produce(10);
        Member member = fixture.member();
        member.turns(2);
        fixture.clock.add(LoopFixture.MAX_AGE.minusMillis(1));
        member.turn();
        assertThat(fixture.bucket.objects()).isEmpty();

        fixture.clock.add(Duration.ofMillis(1));
        member.turn();

        assertThat(fixture.landedOffsets()).containsExactly(0L);
    }

    @Test
    void answersAFlushWhenWhatWasHeldHasLanded() {
        fixture.produce(10);
        Member member = fixture.member();
        member.turns(2);

        CompletableFuture<FlushOutcome> flush = member.loop().flush();
        CompletableFuture<FlushOutcome> second = member.loop().flush();
        member.turn();

        assertThat(flush).isCompletedWithValue(new FlushOutcome.Landed(1));
        assertThat(second).isCompletedWithValue(new FlushOutcome.Landed(1));
        assertThat(fixture.landedOffsets()).containsExactly(0L);
    }

    @Test
    void answersAFlushOfNothingAtOnce() {
        Member member = fixture.member();
        member.turns(2);

        CompletableFuture<FlushOutcome> flush = member.loop().flush();
        member.turn();

        assertThat(flush).isCompletedWithValue(new FlushOutcome.Landed(0));
    }

    @Test
    void cutsTheLargestBatchWhenMemoryIsNearlyFull() {
        fixture.maxBytes = 1;
        fixture.produce(10);
        Member member = fixture.member();

        member.turns(2);

        assertThat(fixture.events(LoopEvent.Landed.class))
                .extracting(LoopEvent.Landed::cause)
                .containsExactly(CutCause.MEMORY);
    }

    @Test
    void readsNothingMoreWhileMemoryIsFull() {
        fixture.maxBytes = 1;
        fixture.produce(10);
        fixture.bucket.failNext(Fault.UNAVAILABLE);
        Member member = fixture.member();

        member.turns(2);

        assertThat(member.consumer().paused()).containsExactly(FakeKafka.PARTITION);
    }

    @Test
    void landsWhatItHoldsWhenItStops() {
        fixture.produce(10);
        Member member = fixture.member();
        member.turns(2);
        member.consumer().schedulePollTask(() -> member.loop().stop(Duration.ofSeconds(5)));

        member.loop().run();

        assertThat(fixture.landedOffsets()).containsExactly(0L);
        assertThat(member.consumer().closed()).isTrue();
    }

    /// A member that holds ten records, and is to stop when it has polled next, while its group rebalances.
    private Member stoppedInARebalance() {
        fixture.produce(10);
        Member member = fixture.member();
        member.turns(2);
        member.consumer().schedulePollTask(() -> {
            member.loop().stop(Duration.ofSeconds(5));
            member.consumer().startRebalance();
        });
        return member;
    }

    @Test
    void completesTheRebalanceThatItsCommitsWaitForWhenItStops() {
        Member member = stoppedInARebalance();

        member.loop().run();

        assertThat(fixture.kafka.commits()).last().isEqualTo(LoopFixture.landed(1));
        assertThat(fixture.landedOffsets()).containsExactly(0L);
    }

    @Test
    void readsNothingMoreWhileItCompletesARebalanceToStop() {
        Member member = stoppedInARebalance();
        member.consumer().schedulePollTask(() -> {
            fixture.produce(11);
            member.consumer().deliver(1);
        });

        member.loop().run();

        assertThat(fixture.landedOffsets()).containsExactly(0L);
        assertThat(fixture.kafka.commits()).last().isEqualTo(LoopFixture.landed(1));
    }

    @Test
    void stopsLandingAtTheDeadlineAndLosesNothing() {
        fixture.produce(10);
        Member member = fixture.member();
        member.turns(2);
        fixture.bucket.down(true);
        member.consumer().schedulePollTask(() -> member.loop().stop(Duration.ofSeconds(5)));

        member.loop().run();
        fixture.bucket.down(false);
        Member successor = fixture.member();
        successor.turns(3);

        assertThat(fixture.landedOffsets()).containsExactly(0L);
    }

    @Test
    void keepsWhatItHoldsAndReadsNothingMoreWhilePauseIsRequested() {
        fixture.produce(10);
        Member member = fixture.member();
        member.turns(2);

        member.loop().pause();
        member.turn();
        fixture.produce(11);
        member.consumer().deliver(1);
        fixture.clock.add(Duration.ofSeconds(1));
        member.turns(2);

        assertThat(member.loop().status().lanes().getFirst().heldRecords()).isEqualTo(1);
        fixture.age();
        member.turns(2);
        assertThat(fixture.landedOffsets()).containsExactly(0L);
        assertThat(member.loop().status().paused()).isEqualTo("requested");
        member.loop().resume();
        member.turns(2);
        fixture.age();
        member.turns(2);
        assertThat(fixture.landedOffsets()).containsExactly(0L, 1L);
    }

    @Test
    void reportsItsLagBeforeTheFirstFetchAndWhilePaused() {
        fixture.produce(10);
        Member member = fixture.member();
        member.loop().pause();
        member.turns(2);
        fixture.clock.add(Duration.ofSeconds(1));
        member.turn();
        assertThat(member.loop().status().lanes().getFirst().lag()).isEqualTo(1);

        fixture.produce(10);
        member.consumer().deliver(1);
        fixture.clock.add(Duration.ofSeconds(5));
        member.turns(2);

        assertThat(member.loop().status().lanes().getFirst().lag()).isEqualTo(2);
    }

    @Test
    void reportsSinceWhenACutIsPending() {
        fixture.produce(10);
        Member member = fixture.member();
        member.turns(2);
        fixture.bucket.down(true);
        fixture.age();
        member.turn();
        Instant cutAt = fixture.clock.instant();

        fixture.clock.add(Duration.ofSeconds(20));
        member.turn();

        assertThat(member.loop().status().lanes().getFirst().pendingSince()).isEqualTo(cutAt);
    }

    @Test
    void reportsSinceWhenARecordThatIsNotReadHasWaited() {
        fixture.produce(10);
        Member member = fixture.member();
        member.loop().pause();
        Instant seenAt = fixture.clock.instant();
        member.turns(2);

        fixture.clock.add(Duration.ofMinutes(3));
        member.turns(2);

        assertThat(member.loop().status().lanes().getFirst().unlandedSince()).isEqualTo(seenAt);
        member.loop().resume();
        member.turns(2);
        fixture.age();
        member.turns(2);
        fixture.clock.add(Duration.ofSeconds(1));
        member.turn();
        assertThat(member.loop().status().lanes().getFirst().unlandedSince()).isNull();
    }

    /// A transaction with one record has as many markers as records.
    @Test
    void expectsAmongTheOffsetsNotReadAsManyMarkersAsAmongThoseRead() {
        for (int transaction = 0; transaction < 50; transaction++) {
            fixture.produce(10);
            fixture.kafka.skip();
        }
        Member member = fixture.member();
        member.turns(2);
        member.loop().pause();
        member.turn();
        for (int transaction = 0; transaction < 50; transaction++) {
            fixture.produce(11);
            fixture.kafka.skip();
        }
        member.consumer().deliver(100);
        fixture.clock.add(Duration.ofSeconds(5));
        member.turns(2);

        LaneStatus lane = member.loop().status().lanes().getFirst();
        assertThat(lane.heldRecords()).isEqualTo(50);
        assertThat(lane.lag()).isBetween(99L, 101L);
        assertThat(lane.unreadRecords()).isBetween(50L, 52L);
    }

    @Test
    void reportsItsProgress() {
        fixture.produce(10);
        fixture.produce(11);
        Member member = fixture.member();
        member.turns(2);
        fixture.clock.add(Duration.ofSeconds(1));

        member.turn();

        LoopStatus status = member.loop().status();
        assertThat(status.lanes())
                .singleElement()
                .extracting(
                        LaneStatus::committed,
                        LaneStatus::position,
                        LaneStatus::end,
                        LaneStatus::lag,
                        LaneStatus::heldRecords,
                        LaneStatus::unreadRecords)
                .containsExactly(0L, 2L, 2L, 0L, 2L, 0L);
    }
}
