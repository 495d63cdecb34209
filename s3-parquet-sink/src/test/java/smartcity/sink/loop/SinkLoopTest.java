package smartcity.sink.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import smartcity.sink.batch.CutCause;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.loop.SinkWorld.Member;
import smartcity.sink.store.InMemoryObjectStore.Fault;
import smartcity.sink.store.NewObject;
import smartcity.sink.store.ObjectContent;

class SinkLoopTest {
    private static final String HOUR_10 = "data/things/date=2026-11-23/hour=10/things-0-";
    private static final String HOUR_11 = "data/things/date=2026-11-23/hour=11/things-0-";

    private final SinkWorld world = new SinkWorld();

    private void age() {
        world.clock.pass(SinkWorld.MAX_AGE);
    }

    @Test
    void declaresStoresThenCommits() {
        world.produce(10);
        world.produce(11);
        Member member = world.member();
        member.turns(2);
        assertThat(world.bucket.objects()).isEmpty();

        age();
        member.turn();

        assertThat(world.kafka.commits()).containsExactly("0" + SinkWorld.cut(2), "2");
        assertThat(world.bucket.objects().keySet())
                .containsExactlyInAnyOrder(HOUR_10 + "0-1.parquet", HOUR_11 + "0-1.parquet");
        assertThat(world.landedOffsets()).containsExactly(0L, 1L);
        assertThat(world.events(LoopEvent.Landed.class)).singleElement().satisfies(landed -> {
            assertThat(landed.partition()).isEqualTo(FakeKafka.PARTITION);
            assertThat(landed.range()).isEqualTo(new OffsetRange(0, 2));
            assertThat(landed.counted().records()).isEqualTo(2);
            assertThat(landed.cause()).isEqualTo(CutCause.AGE);
        });
    }

    @Test
    void landsBrokenRecordsAsDeadLettersInTheSameCut() {
        world.produce(10);
        world.kafka.produce("{\"timestamp\":");
        world.kafka.produce("{\"timestamp\":\"2026-11-23T10:00:00Z\"}");
        Member member = world.member();
        member.turns(2);

        age();
        member.turn();

        assertThat(world.landedOffsets()).containsExactly(0L, 1L, 2L);
        assertThat(world.bucket.objects().keySet())
                .containsExactlyInAnyOrder(
                        HOUR_10 + "0-2.parquet",
                        "data/dead_letters/topic=things/date=1970-01-01/hour=00/things-0-0-2.parquet");
    }

    @Test
    void countsPositionsNotRecords() {
        world.produce(10);
        world.kafka.skip();
        world.kafka.skip();
        world.produce(10);
        Member member = world.member();
        member.turns(2);

        age();
        member.turn();

        assertThat(world.bucket.objects()).containsOnlyKeys(HOUR_10 + "0-3.parquet");
        assertThat(world.kafka.commits()).last().isEqualTo("4");
    }

    @Test
    void storesNothingWhenTheCutIsRefused() {
        world.produce(10);
        Member zombie = world.member();
        zombie.turns(2);
        world.kafka.failNextCommit(new CommitFailedException());

        age();
        zombie.turns(3);

        assertThat(world.bucket.objects()).isEmpty();
        assertThat(world.kafka.commits()).isEmpty();
        assertThat(world.events(LoopEvent.Dropped.class)).hasSize(1);
    }

    @Test
    void triesTheSameCutAgainWhenNobodyKnowsWhetherItIsDurable() {
        world.produce(10);
        Member member = world.member();
        member.turns(2);
        world.kafka.failNextCommit(new TimeoutException());
        world.kafka.failNextCommit(new RebalanceInProgressException());

        age();
        member.turn();
        world.produce(10);
        member.consumer().deliver(1);
        member.turns(3);

        assertThat(world.kafka.commits()).containsExactly("0" + SinkWorld.cut(1), "1");
        assertThat(world.bucket.objects()).containsOnlyKeys(HOUR_10 + "0-0.parquet");
    }

    @Test
    void completesAPendingCutExactlyBeforeAnythingElse() {
        world.produce(10);
        world.produce(11);
        world.produce(10);
        world.kafka.committed(0, "{\"cut\":1,\"end\":2,\"prefix\":\"old/\"}");
        Member successor = world.member(world.bucket, "new/");

        successor.turns(3);

        assertThat(world.bucket.objects())
                .containsOnlyKeys("old/" + HOUR_10 + "0-1.parquet", "old/" + HOUR_11 + "0-1.parquet");
        assertThat(world.kafka.commits()).containsExactly("2");
        age();
        successor.turn();
        assertThat(world.bucket.objects()).containsKey("new/" + HOUR_10 + "2-2.parquet");
        assertThat(world.landedOffsets()).containsExactly(0L, 1L, 2L);
    }

    @Test
    void takesAnObjectThatIsAlreadyThereForItsOwn() {
        world.produce(10);
        world.bucket.failNext(Fault.ANSWER_LOST);
        Member member = world.member();
        member.turns(2);

        age();
        member.turns(2);
        world.clock.pass(Duration.ofSeconds(2));
        member.turn();

        assertThat(world.landedOffsets()).containsExactly(0L);
        assertThat(world.kafka.commits()).last().isEqualTo("1");
        assertThat(world.events(LoopEvent.Stored.class))
                .singleElement()
                .satisfies(stored -> assertThat(stored.before()).isTrue());
    }

    @Test
    void stopsWhenAnObjectOfItsNameHasOtherRows() {
        world.produce(10);
        world.bucket.putIfAbsent(new NewObject(HOUR_10 + "0-0.parquet", 7, ObjectContent.of(new byte[0])));
        world.kafka.committed(0, "");
        Member member = world.member();
        member.turns(2);

        age();

        assertThatThrownBy(() -> member.turns(2))
                .hasMessage("Failed to store " + HOUR_10 + "0-0.parquet: it is there with 7 records but must have 1");
    }

    @Test
    void waitsForTheBucketAndPausesReadingMeanwhile() {
        world.produce(10);
        Member member = world.member();
        member.turns(2);
        world.bucket.down(true);

        age();
        for (int i = 0; i < 100; i++) {
            member.turn();
            world.clock.pass(Duration.ofSeconds(1));
        }

        assertThat(member.loop().status().storeTrouble()).isEqualTo("503");
        assertThat(member.loop().status().paused()).isEqualTo("the bucket does not answer");
        assertThat(member.consumer().paused()).containsExactly(FakeKafka.PARTITION);
        assertThat(world.events(LoopEvent.StoreFailed.class)).hasSizeBetween(12, 30);
        world.bucket.down(false);
        world.clock.pass(Duration.ofSeconds(8));
        member.turns(2);
        assertThat(world.landedOffsets()).containsExactly(0L);
        assertThat(member.consumer().paused()).isEmpty();
    }

    @Test
    void readsAgainWhenThePartitionThatWaitedForTheBucketHasGone() {
        world.bucket.down(true);
        Member member = world.member();
        member.turns(2);
        assertThat(member.loop().status().paused()).isEqualTo("the bucket does not answer");
        world.kafka.committed(0, "");
        member.consumer().rebalance(Set.of());
        member.consumer().assign();

        member.turns(2);
        world.clock.pass(Duration.ofSeconds(1));
        member.turn();

        assertThat(member.loop().status().paused()).isEmpty();
        assertThat(member.consumer().paused()).isEmpty();
    }

    @Test
    void landsAnIdlePartitionByTheWallClock() {
        world.produce(10);
        Member member = world.member();
        member.turns(2);
        world.clock.pass(SinkWorld.MAX_AGE.minusMillis(1));
        member.turn();
        assertThat(world.bucket.objects()).isEmpty();

        world.clock.pass(Duration.ofMillis(1));
        member.turn();

        assertThat(world.landedOffsets()).containsExactly(0L);
    }

    @Test
    void landsWhatItHoldsBeforeAPartitionGoes() {
        world.produce(10);
        Member member = world.member();
        member.turns(2);

        member.consumer().rebalance(Set.of());

        assertThat(world.landedOffsets()).containsExactly(0L);
        assertThat(world.kafka.commits()).last().isEqualTo("1");
        assertThat(member.loop().status().lanes()).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void letsGoOfARevokedPartitionWhenTheBucketDoesNotAnswer() {
        world.produce(10);
        Member member = world.member();
        member.turns(2);
        world.bucket.down(true);

        member.consumer().rebalance(Set.of());
        world.bucket.down(false);
        age();
        member.turns(3);

        assertThat(world.bucket.objects()).isEmpty();
        Member successor = world.member();
        successor.turns(3);
        assertThat(world.landedOffsets()).containsExactly(0L);
    }

    @Test
    void resumesBehindTheRangesInTheBucketWhenTheGroupHasForgotten() {
        world.produce(10);
        world.produce(11);
        world.produce(10);
        Member first = world.member();
        first.turns(2);
        age();
        first.turn();
        world.kafka.expireOffsets();
        world.bucket.remove(HOUR_11 + "0-2.parquet");

        Member successor = world.member();
        successor.turns(3);

        assertThat(world.landedOffsets()).containsExactly(0L, 1L, 2L);
        assertThat(world.kafka.commits()).last().isEqualTo("3");
    }

    @Test
    void saysWhatIsGoneWhenRetentionOvertakesAPendingCut() {
        world.produce(10);
        world.produce(10);
        world.produce(10);
        world.kafka.committed(0, "{\"cut\":1,\"end\":2,\"prefix\":\"\"}");
        world.kafka.deleteBefore(1);

        Member successor = world.member();
        successor.turns(3);

        assertThat(world.bucket.objects()).containsOnlyKeys(HOUR_10 + "0-1.parquet");
        assertThat(world.landedOffsets()).containsExactly(1L);
        assertThat(world.events(LoopEvent.Gone.class))
                .containsExactly(new LoopEvent.Gone(FakeKafka.PARTITION, new OffsetRange(0, 1)));
    }

    @Test
    void refusesATopicThatWasCreatedAgain() {
        world.produce(10);
        world.kafka.committed(500, "");
        Member member = world.member();

        assertThatThrownBy(member::turn)
                .hasMessage("Failed to resume things-0 at offset 500: the partition ends at 1;"
                        + " was the topic deleted and created again?");
    }

    @Test
    void answersAFlushWhenWhatWasHeldHasLanded() {
        world.produce(10);
        Member member = world.member();
        member.turns(2);

        CompletableFuture<FlushOutcome> flush = member.loop().flush();
        CompletableFuture<FlushOutcome> second = member.loop().flush();
        member.turn();

        assertThat(flush).isCompletedWithValue(new FlushOutcome.Landed(1));
        assertThat(second).isCompletedWithValue(new FlushOutcome.Landed(1));
        assertThat(world.landedOffsets()).containsExactly(0L);
    }

    @Test
    void answersAFlushOfNothingAtOnce() {
        Member member = world.member();
        member.turns(2);

        CompletableFuture<FlushOutcome> flush = member.loop().flush();
        member.turn();

        assertThat(flush).isCompletedWithValue(new FlushOutcome.Landed(0));
    }

    @Test
    void cutsTheLargestBatchWhenMemoryIsNearlyFull() {
        world.maxBytes = 1;
        world.produce(10);
        Member member = world.member();

        member.turns(2);

        assertThat(world.events(LoopEvent.Landed.class))
                .extracting(LoopEvent.Landed::cause)
                .containsExactly(CutCause.MEMORY);
    }

    @Test
    void readsNothingMoreWhileMemoryIsFull() {
        world.maxBytes = 1;
        world.produce(10);
        world.bucket.failNext(Fault.UNAVAILABLE);
        Member member = world.member();

        member.turns(2);

        assertThat(member.consumer().paused()).containsExactly(FakeKafka.PARTITION);
    }

    @Test
    void landsWhatItHoldsWhenItStops() {
        world.produce(10);
        Member member = world.member();
        member.turns(2);
        member.consumer().schedulePollTask(() -> member.loop().stop(Duration.ofSeconds(5)));

        member.loop().run();

        assertThat(world.landedOffsets()).containsExactly(0L);
        assertThat(member.consumer().closed()).isTrue();
    }

    @Test
    void givesUpLandingAtTheStopDeadlineWithNothingLost() {
        world.produce(10);
        Member member = world.member();
        member.turns(2);
        world.bucket.down(true);
        member.consumer().schedulePollTask(() -> member.loop().stop(Duration.ofSeconds(5)));

        member.loop().run();
        world.bucket.down(false);
        Member successor = world.member();
        successor.turns(3);

        assertThat(world.landedOffsets()).containsExactly(0L);
    }

    @Test
    void keepsWhatItHoldsAndReadsNothingMoreWhilePauseIsAskedFor() {
        world.produce(10);
        Member member = world.member();
        member.turns(2);

        member.loop().pause();
        member.turn();
        world.produce(11);
        member.consumer().deliver(1);
        world.clock.pass(Duration.ofSeconds(1));
        member.turns(2);

        assertThat(member.loop().status().lanes().getFirst().heldRecords()).isEqualTo(1);
        age();
        member.turns(2);
        assertThat(world.landedOffsets()).containsExactly(0L);
        assertThat(member.loop().status().paused()).isEqualTo("it was asked for");
        member.loop().resume();
        member.turns(2);
        age();
        member.turns(2);
        assertThat(world.landedOffsets()).containsExactly(0L, 1L);
    }

    @Test
    void knowsItsLagBeforeTheFirstFetchAndWhilePaused() {
        world.produce(10);
        Member member = world.member();
        member.loop().pause();
        member.turns(2);
        world.clock.pass(Duration.ofSeconds(1));
        member.turn();
        assertThat(member.loop().status().lanes().getFirst().lag()).isEqualTo(1);

        world.produce(10);
        member.consumer().deliver(1);
        world.clock.pass(Duration.ofSeconds(5));
        member.turns(2);

        assertThat(member.loop().status().lanes().getFirst().lag()).isEqualTo(2);
    }

    @Test
    void saysSinceWhenACutDoesNotGetThrough() {
        world.produce(10);
        Member member = world.member();
        member.turns(2);
        world.bucket.down(true);
        age();
        member.turn();
        Instant cutAt = world.clock.instant();

        world.clock.pass(Duration.ofSeconds(20));
        member.turn();

        assertThat(member.loop().status().lanes().getFirst().pendingSince()).isEqualTo(cutAt);
    }

    @Test
    void showsHowFarItIs() {
        world.produce(10);
        world.produce(11);
        Member member = world.member();
        member.turns(2);
        world.clock.pass(Duration.ofSeconds(1));

        member.turn();

        LoopStatus status = member.loop().status();
        assertThat(status.lanes())
                .singleElement()
                .satisfies(lane -> assertThat(
                                List.of(lane.committed(), lane.position(), lane.end(), lane.lag(), lane.heldRecords()))
                        .containsExactly(0L, 2L, 2L, 0L, 2L));
    }
}
