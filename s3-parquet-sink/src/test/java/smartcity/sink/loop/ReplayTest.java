package smartcity.sink.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.loop.SinkWorld.Member;

/// A cut of which Kafka has deleted records between its first attempt and its replay.
class ReplayTest {
    private static final String CUT = "{\"cut\":1,\"end\":3,\"prefix\":\"\"}";

    private final SinkWorld world = new SinkWorld();

    /// All objects of the cut are there, but its end was never committed.
    @BeforeEach
    void storeButDoNotCommit() {
        world.produce(10);
        world.produce(10);
        world.produce(10);
        Member first = world.member();
        first.turns(2);
        world.clock.pass(SinkWorld.MAX_AGE);
        first.turn();
        world.kafka.committed(0, CUT);
        world.events.clear();
    }

    @Test
    void keepsTheRowsThatCompactionHasDeletedSince() {
        world.kafka.compact(1);

        Member successor = world.member();
        successor.turns(3);

        assertThat(world.landedOffsets()).containsExactly(0L, 1L, 2L);
        assertThat(world.kafka.commits()).last().isEqualTo("3");
    }

    @Test
    void keepsThemInABucketThatIgnoresConditions() {
        world.bucket.ignoreConditions();
        world.kafka.compact(1);

        Member successor = world.member();
        successor.turns(3);

        assertThat(world.landedOffsets()).containsExactly(0L, 1L, 2L);
        assertThat(world.kafka.commits()).last().isEqualTo("3");
    }

    @Test
    void waitsForKafkaToSayWhatIsGone() {
        Member successor = world.member();
        successor.turn();
        world.kafka.deleteBefore(1);
        successor.consumer().updateBeginningOffsets(Map.of(FakeKafka.PARTITION, 1L));
        successor.consumer().setPollException(new OffsetOutOfRangeException(Map.of(FakeKafka.PARTITION, 0L)));
        successor.consumer().setOffsetsException(new TimeoutException("no broker"));
        successor.turn();

        successor.consumer().setPollException(new OffsetOutOfRangeException(Map.of(FakeKafka.PARTITION, 0L)));
        successor.turns(2);

        assertThat(world.events(LoopEvent.Gone.class))
                .containsExactly(new LoopEvent.Gone(FakeKafka.PARTITION, new OffsetRange(0, 1)));
        assertThat(world.landedOffsets()).containsExactly(0L, 1L, 2L);
        assertThat(world.kafka.commits()).last().isEqualTo("3");
    }
}
