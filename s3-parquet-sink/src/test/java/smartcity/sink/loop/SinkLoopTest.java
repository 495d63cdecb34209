package smartcity.sink.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import smartcity.sink.batch.CutCause;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.kafka.FakeKafka;
import smartcity.sink.loop.LoopFixture.Member;
import smartcity.sink.store.ForwardingObjectStore;
import smartcity.sink.store.InMemoryObjectStore.Fault;
import smartcity.sink.store.NewObject;
import smartcity.sink.store.ObjectContent;
import smartcity.sink.store.ObjectStore;
import smartcity.sink.store.PutOutcome;

/// How the loop lands records: cuts, objects, commits, and what goes wrong with them.
class SinkLoopTest {
    private static final String HOUR_10 = "data/things/date=2026-11-23/hour=10/things-0-";
    private static final String HOUR_11 = "data/things/date=2026-11-23/hour=11/things-0-";

    private final LoopFixture fixture = new LoopFixture();

    @Test
    void declaresStoresThenCommits() {
        fixture.produce(10);
        fixture.produce(11);
        Member member = fixture.member();
        member.turns(2);
        assertThat(fixture.bucket.objects()).isEmpty();

        fixture.age();
        member.turn();

        assertThat(fixture.kafka.commits()).containsExactly("0" + LoopFixture.cut(2), LoopFixture.landed(2));
        assertThat(fixture.bucket.objects().keySet())
                .containsExactlyInAnyOrder(HOUR_10 + "0-1.parquet", HOUR_11 + "0-1.parquet");
        assertThat(fixture.landedOffsets()).containsExactly(0L, 1L);
        assertThat(fixture.events(LoopEvent.Landed.class)).singleElement().satisfies(landed -> {
            assertThat(landed.partition()).isEqualTo(FakeKafka.PARTITION);
            assertThat(landed.range()).isEqualTo(new OffsetRange(0, 2));
            assertThat(landed.counted().records()).isEqualTo(2);
            assertThat(landed.cause()).isEqualTo(CutCause.AGE);
        });
    }

    @Test
    void landsBrokenRecordsAsDeadLettersInTheSameCut() {
        fixture.produce(10);
        fixture.kafka.produce("{\"timestamp\":");
        fixture.kafka.produce("{\"timestamp\":\"2026-11-23T10:00:00Z\"}");
        Member member = fixture.member();
        member.turns(2);

        fixture.age();
        member.turn();

        assertThat(fixture.landedOffsets()).containsExactly(0L, 1L, 2L);
        assertThat(fixture.bucket.objects().keySet())
                .containsExactlyInAnyOrder(
                        HOUR_10 + "0-2.parquet",
                        "data/dead_letters/topic=things/date=1970-01-01/hour=00/things-0-0-2.parquet");
    }

    @Test
    void countsPositionsNotRecords() {
        fixture.produce(10);
        fixture.kafka.skip();
        fixture.kafka.skip();
        fixture.produce(10);
        Member member = fixture.member();
        member.turns(2);

        fixture.age();
        member.turn();

        assertThat(fixture.bucket.objects()).containsOnlyKeys(HOUR_10 + "0-3.parquet");
        assertThat(fixture.kafka.commits()).last().isEqualTo(LoopFixture.landed(4));
    }

    @Test
    void storesNothingWhenTheCutIsRefused() {
        fixture.produce(10);
        Member former = fixture.member();
        former.turns(2);
        fixture.kafka.failNextCommit(new CommitFailedException());

        fixture.age();
        former.turns(3);

        assertThat(fixture.bucket.objects()).isEmpty();
        assertThat(fixture.kafka.commits()).isEmpty();
        assertThat(fixture.events(LoopEvent.Dropped.class)).hasSize(1);
    }

    @Test
    void triesTheSameCutAgainWhenItIsUnknownWhetherItIsDurable() {
        fixture.produce(10);
        Member member = fixture.member();
        member.turns(2);
        fixture.kafka.failNextCommit(new TimeoutException());
        fixture.kafka.failNextCommit(new RebalanceInProgressException());

        fixture.age();
        member.turn();
        fixture.produce(10);
        member.consumer().deliver(1);
        member.turns(3);

        assertThat(fixture.kafka.commits()).containsExactly("0" + LoopFixture.cut(1), LoopFixture.landed(1));
        assertThat(fixture.bucket.objects()).containsOnlyKeys(HOUR_10 + "0-0.parquet");
    }

    @Test
    void completesAPendingCutExactlyBeforeAnythingElse() {
        fixture.produce(10);
        fixture.produce(11);
        fixture.produce(10);
        fixture.kafka.committed(0, "{\"cut\":1,\"end\":2,\"prefix\":\"old/\"}");
        Member successor = fixture.member(fixture.bucket, "new/");

        successor.turns(3);

        assertThat(fixture.bucket.objects())
                .containsOnlyKeys("old/" + HOUR_10 + "0-1.parquet", "old/" + HOUR_11 + "0-1.parquet");
        assertThat(fixture.kafka.commits()).containsExactly(LoopFixture.landed(2));
        fixture.age();
        successor.turn();
        assertThat(fixture.bucket.objects()).containsKey("new/" + HOUR_10 + "2-2.parquet");
        assertThat(fixture.landedOffsets()).containsExactly(0L, 1L, 2L);
    }

    @Test
    void acceptsAnExistingObjectWithTheSameRows() {
        fixture.produce(10);
        fixture.bucket.failNext(Fault.ANSWER_LOST);
        Member member = fixture.member();
        member.turns(2);

        fixture.age();
        member.turns(2);
        fixture.clock.add(Duration.ofSeconds(2));
        member.turn();

        assertThat(fixture.landedOffsets()).containsExactly(0L);
        assertThat(fixture.kafka.commits()).last().isEqualTo(LoopFixture.landed(1));
        assertThat(fixture.events(LoopEvent.Stored.class))
                .singleElement()
                .satisfies(stored -> assertThat(stored.before()).isTrue());
    }

    @Test
    void blocksThePartitionWhenAnObjectOfItsNameHasAnotherNumberOfRows() {
        fixture.produce(10);
        Member member = fixture.member();
        member.turns(2);
        fixture.bucket.putIfAbsent(new NewObject(HOUR_10 + "0-0.parquet", 7, ObjectContent.of(new byte[0])));

        fixture.age();

        member.turns(2);

        assertThat(fixture.blocked())
                .containsExactly(
                        "Failed to store " + HOUR_10 + "0-0.parquet: it is there with 7 records but must have 1");
    }

    @Test
    void waitsForTheBucketAndPausesReadingMeanwhile() {
        fixture.produce(10);
        Member member = fixture.member();
        member.turns(2);
        fixture.bucket.down(true);

        fixture.age();
        for (int i = 0; i < 100; i++) {
            member.turn();
            fixture.clock.add(Duration.ofSeconds(1));
        }

        assertThat(member.loop().status().bucketFailure()).isEqualTo("503");
        assertThat(member.loop().status().paused()).isEqualTo("the bucket does not answer");
        assertThat(member.consumer().paused()).containsExactly(FakeKafka.PARTITION);
        assertThat(fixture.events(LoopEvent.StoreFailed.class)).hasSizeBetween(12, 30);
        fixture.bucket.down(false);
        fixture.clock.add(Duration.ofSeconds(8));
        member.turns(2);
        assertThat(fixture.landedOffsets()).containsExactly(0L);
        assertThat(member.consumer().paused()).isEmpty();
    }

    /// Fails by the first put, by a fault of the sink.
    private static final class FailingOnceStore extends ForwardingObjectStore {
        private boolean failed;

        FailingOnceStore(ObjectStore store) {
            super(store);
        }

        @Override
        public PutOutcome putIfAbsent(NewObject object) {
            if (!failed && object.key().startsWith(HOUR_10)) {
                failed = true;
                throw new IllegalArgumentException("a bug");
            }
            return super.putIfAbsent(object);
        }
    }

    @Test
    void repeatsARequestThatTheSinkFailsBy() {
        fixture.produce(10);
        Member member = fixture.member(new FailingOnceStore(fixture.bucket), "");
        member.turns(2);

        fixture.age();
        member.turns(2);

        assertThat(member.loop().status().bucketFailure())
                .startsWith("the sink fails by this request: java.lang.IllegalArgumentException: a bug at smartcity.");
        fixture.clock.add(Duration.ofSeconds(8));
        member.turns(2);
        assertThat(fixture.landedOffsets()).containsExactly(0L);
    }
}
