package smartcity.sink.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.errors.StaleMemberEpochException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.junit.jupiter.api.Test;
import smartcity.sink.loop.SinkWorld.Member;
import smartcity.sink.store.InMemoryObjectStore.Fault;
import smartcity.sink.store.NewObject;
import smartcity.sink.store.ObjectContent;

/// What a member does whose commits Kafka refuses, or may take too late.
class FencingTest {
    private static final String HOUR_10 = "data/things/date=2026-11-23/hour=10/things-0-";

    private final SinkWorld world = new SinkWorld();

    @Test
    void cutsNothingNewBeforeAnEarlierCommitCannotArriveAnyMore() {
        world.produce(10);
        world.bucket.failNext(Fault.UNAVAILABLE);
        Member member = world.member();
        member.turns(2);
        member.consumer().around(member.consumer()::loseConnection, () -> {});
        world.clock.pass(SinkWorld.MAX_AGE);
        member.turn();
        world.produce(10);
        member.consumer().deliver(1);
        member.turn();
        world.clock.pass(SinkWorld.MAX_AGE);

        member.turn();

        assertThat(world.kafka.commits()).hasSize(2).last().isEqualTo("1");
        assertThat(world.events(LoopEvent.Rejoining.class)).hasSize(1);
        assertThat(member.consumer().subscription()).containsExactly(FakeKafka.TOPIC);
        member.consumer().around(() -> {}, () -> {});
        member.consumer().assign();
        member.turns(2);
        world.clock.pass(SinkWorld.MAX_AGE);
        member.turn();
        assertThat(world.landedOffsets()).containsExactly(0L, 1L);
        assertThat(world.events(LoopEvent.Rejoining.class)).hasSize(1);
    }

    @Test
    void joinsAnewUntilTheGroupHasANewGeneration() {
        world.produce(10);
        Member member = world.member();
        member.turns(2);
        member.consumer().around(member.consumer()::loseConnection, () -> {});
        world.clock.pass(SinkWorld.MAX_AGE);
        member.turn();
        world.kafka.keepGeneration();
        member.consumer().assign();

        member.turns(2);

        assertThat(world.events(LoopEvent.Rejoining.class)).hasSize(2);
    }

    @Test
    void startsAgainWhatWasRefusedThoughThePartitionStays() {
        world.produce(10);
        Member member = world.member();
        member.turns(2);
        world.kafka.failNextCommit(new CommitFailedException());
        world.clock.pass(SinkWorld.MAX_AGE);
        member.turn();
        assertThat(world.bucket.objects()).isEmpty();

        member.consumer().deliver(0);
        member.turns(3);
        world.clock.pass(SinkWorld.MAX_AGE);
        member.turn();

        assertThat(world.landedOffsets()).containsExactly(0L);
    }

    @Test
    void waitsUntilTheNextPollTellsWhatBecameOfItsMembership() {
        world.produce(10);
        world.kafka.failNextRead(new UnknownMemberIdException("fenced"));
        world.kafka.failNextRead(new StaleMemberEpochException("behind"));
        Member member = world.member();

        member.turns(2);

        assertThat(world.events(LoopEvent.Assigned.class)).isEmpty();
        member.turn();
        assertThat(world.events(LoopEvent.Assigned.class)).hasSize(1);
    }

    @Test
    void doesNotTakeItsSuccessorsWorkForAContradiction() {
        world.produce(10);
        Member zombie = world.member();
        zombie.turns(2);
        zombie.consumer().around(() -> {}, () -> {
            world.bucket.putIfAbsent(new NewObject(HOUR_10 + "0-0.parquet", 7, ObjectContent.of(new byte[0])));
            world.kafka.failNextCommit(new CommitFailedException());
        });

        world.clock.pass(SinkWorld.MAX_AGE);
        zombie.turn();

        assertThat(world.events(LoopEvent.Dropped.class)).hasSize(1);
        assertThat(world.kafka.commits()).hasSize(1);
    }
}
