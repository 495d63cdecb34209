package smartcity.sink.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.kafka.FakeKafka;
import smartcity.sink.loop.LoopFixture.Member;

/// What the loop does when partitions are assigned and revoked.
class LoopAssignmentTest {
    private static final String HOUR_10 = "data/things/date=2026-11-23/hour=10/things-0-";
    private static final String HOUR_11 = "data/things/date=2026-11-23/hour=11/things-0-";

    private final LoopFixture fixture = new LoopFixture();

    @Test
    void readsAgainAfterThePartitionThatWaitedForTheBucketIsRevoked() {
        fixture.bucket.down(true);
        Member member = fixture.member();
        member.turns(2);
        assertThat(member.loop().status().paused()).isEqualTo("the bucket does not answer");
        fixture.bucket.down(false);
        fixture.kafka.committed(0, "");
        member.consumer().rebalance(Set.of());
        member.consumer().assign();

        member.turns(2);
        fixture.clock.add(Duration.ofSeconds(1));
        member.turn();

        assertThat(member.loop().status().paused()).isNull();
        assertThat(member.consumer().paused()).isEmpty();
    }

    @Test
    void landsWhatItHoldsBeforeAPartitionIsRevoked() {
        fixture.produce(10);
        Member member = fixture.member();
        member.turns(2);

        member.consumer().rebalance(Set.of());

        assertThat(fixture.landedOffsets()).containsExactly(0L);
        assertThat(fixture.kafka.commits()).last().isEqualTo(LoopFixture.landed(1));
        assertThat(member.loop().status().lanes()).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void dropsARevokedPartitionWhenTheBucketDoesNotAnswer() {
        fixture.produce(10);
        Member member = fixture.member();
        member.turns(2);
        fixture.bucket.down(true);

        member.consumer().rebalance(Set.of());
        fixture.bucket.down(false);
        fixture.age();
        member.turns(3);

        assertThat(fixture.bucket.objects()).isEmpty();
        Member successor = fixture.member();
        successor.turns(3);
        assertThat(fixture.landedOffsets()).containsExactly(0L);
    }

    @Test
    void resumesBehindTheRangesInTheBucketWhenTheGroupHasNoOffset() {
        fixture.produce(10);
        fixture.produce(11);
        fixture.produce(10);
        Member first = fixture.member();
        first.turns(2);
        fixture.age();
        first.turn();
        fixture.kafka.expireOffsets();
        fixture.bucket.remove(HOUR_11 + "0-2.parquet");

        Member successor = fixture.member();
        successor.turns(3);

        assertThat(fixture.landedOffsets()).containsExactly(0L, 1L, 2L);
        assertThat(fixture.kafka.commits()).last().isEqualTo(LoopFixture.landed(3));
    }

    @Test
    void reportsWhatIsGoneWhenRetentionOvertakesAPendingCut() {
        fixture.produce(10);
        fixture.produce(10);
        fixture.produce(10);
        fixture.kafka.committed(0, "{\"cut\":1,\"end\":2,\"prefix\":\"\"}");
        fixture.kafka.deleteBefore(1);

        Member successor = fixture.member();
        successor.turns(3);

        assertThat(fixture.bucket.objects()).containsOnlyKeys(HOUR_10 + "0-1.parquet");
        assertThat(fixture.landedOffsets()).containsExactly(1L);
        assertThat(fixture.events(LoopEvent.Gone.class))
                .containsExactly(new LoopEvent.Gone(FakeKafka.PARTITION, new OffsetRange(0, 1)));
    }

    @Test
    void blocksAPartitionWhoseLogEndsBeforeTheCommittedOffset() {
        fixture.produce(10);
        fixture.kafka.committed(500, "");
        Member member = fixture.member();

        member.turns(2);

        assertThat(fixture.blocked())
                .containsExactly(
                        "things-0 must reach offset 500 but ends at 1: Kafka lost its records from there on, of"
                                + " which those before offset 500 were read and may have landed; to land what came in their"
                                + " place, raise sink.topic.things.era");
    }
}
