package smartcity.sink.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.errors.StaleMemberEpochException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.junit.jupiter.api.Test;
import smartcity.sink.kafka.FakeKafka;
import smartcity.sink.loop.LoopFixture.Member;
import smartcity.sink.store.InMemoryObjectStore.Fault;
import smartcity.sink.store.NewObject;
import smartcity.sink.store.ObjectContent;

/// A member whose commits Kafka refuses, or may apply too late.
class FencingTest {
    private static final String HOUR_10 = "data/things/date=2026-11-23/hour=10/things-0-";

    private final LoopFixture fixture = new LoopFixture();

    @Test
    void cutsNothingNewBeforeAnEarlierCommitCannotArriveAnyMore() {
        fixture.produce(10);
        fixture.bucket.failNext(Fault.UNAVAILABLE);
        Member member = fixture.member();
        member.turns(2);
        member.consumer().around(member.consumer()::loseConnection, () -> {});
        fixture.clock.add(LoopFixture.MAX_AGE);
        member.turn();
        fixture.produce(10);
        member.consumer().deliver(1);
        member.turn();
        fixture.clock.add(LoopFixture.MAX_AGE);

        member.turn();

        assertThat(fixture.kafka.commits()).hasSize(2).last().isEqualTo(LoopFixture.landed(1));
        assertThat(fixture.events(LoopEvent.Rejoining.class)).hasSize(1);
        assertThat(member.consumer().subscription()).containsExactly(FakeKafka.TOPIC);
        member.consumer().around(() -> {}, () -> {});
        member.consumer().assign();
        member.turns(2);
        fixture.clock.add(LoopFixture.MAX_AGE);
        member.turn();
        assertThat(fixture.landedOffsets()).containsExactly(0L, 1L);
        assertThat(fixture.events(LoopEvent.Rejoining.class)).hasSize(1);
    }

    @Test
    void joinsAgainUntilTheGroupHasANewGeneration() {
        fixture.produce(10);
        Member member = fixture.member();
        member.turns(2);
        member.consumer().around(member.consumer()::loseConnection, () -> {});
        fixture.clock.add(LoopFixture.MAX_AGE);
        member.turn();
        fixture.kafka.keepGeneration();
        member.consumer().assign();

        member.turns(2);

        assertThat(fixture.events(LoopEvent.Rejoining.class)).hasSize(2);
    }

    @Test
    void startsAgainWhatWasRefusedThoughThePartitionStays() {
        fixture.produce(10);
        Member member = fixture.member();
        member.turns(2);
        fixture.kafka.failNextCommit(new CommitFailedException());
        fixture.clock.add(LoopFixture.MAX_AGE);
        member.turn();
        assertThat(fixture.bucket.objects()).isEmpty();

        member.consumer().deliver(0);
        member.turns(3);
        fixture.clock.add(LoopFixture.MAX_AGE);
        member.turn();

        assertThat(fixture.landedOffsets()).containsExactly(0L);
    }

    @Test
    void waitsUntilTheNextPollShowsWhatBecameOfItsMembership() {
        fixture.produce(10);
        fixture.kafka.failNextRead(new UnknownMemberIdException("fenced"));
        fixture.kafka.failNextRead(new StaleMemberEpochException("behind"));
        Member member = fixture.member();

        member.turns(2);

        assertThat(fixture.events(LoopEvent.Assigned.class)).isEmpty();
        member.turn();
        assertThat(fixture.events(LoopEvent.Assigned.class)).hasSize(1);
    }

    @Test
    void doesNotTakeItsSuccessorsWorkForAContradiction() {
        fixture.produce(10);
        Member former = fixture.member();
        former.turns(2);
        former.consumer().around(() -> {}, () -> {
            fixture.bucket.putIfAbsent(new NewObject(HOUR_10 + "0-0.parquet", 7, ObjectContent.of(new byte[0])));
            fixture.kafka.failNextCommit(new CommitFailedException());
        });

        fixture.clock.add(LoopFixture.MAX_AGE);
        former.turn();

        assertThat(fixture.events(LoopEvent.Dropped.class)).hasSize(1);
        assertThat(fixture.kafka.commits()).hasSize(1);
    }
}
