package smartcity.sink.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.kafka.FakeKafka;
import smartcity.sink.kafka.GroupProtocol;
import smartcity.sink.loop.LoopFixture.Member;

/// An era after the first may begin at a time. Where that is follows from the log of the moment, and must not change
/// when records come that are older than the time. The records 0 and 1 are in the first era.
class EraBeginTest {
    private final LoopFixture fixture = new LoopFixture();

    @BeforeEach
    void landTwoRecords() {
        produce(2);
        land(fixture.member());
    }

    private void produce(int records) {
        for (int i = 0; i < records; i++) {
            fixture.produce(10);
        }
    }

    private void land(Member member) {
        member.turns(3);
        fixture.age();
        member.turns(3);
    }

    private void openEra() {
        fixture.era++;
        fixture.landFrom = Optional.of(Instant.parse("2026-12-01T00:00:00Z"));
    }

    @ParameterizedTest
    @EnumSource
    void staysWhereItWasThoughTheFirstOwnerFailsBeforeItLandsAnything(GroupProtocol protocol) {
        fixture.protocol = protocol;
        openEra();
        fixture.kafka.firstSince(null);
        fixture.member().turns(3);
        produce(2);

        land(fixture.member());

        assertThat(fixture.landedOffsets()).containsExactly(0L, 1L, 2L, 3L);
    }

    @ParameterizedTest
    @EnumSource
    void isCommittedBeforeAnythingIsRead(GroupProtocol protocol) {
        fixture.protocol = protocol;
        produce(2);
        openEra();
        fixture.kafka.firstSince(3L);
        fixture.kafka.failNextCommit(new TimeoutException("the coordinator does not answer"));
        Member member = fixture.member();

        member.turns(1);
        boolean resumed = member.loop().status().lanes().getFirst().position() != null;
        land(member);

        assertThat(resumed).isFalse();
        assertThat(fixture.landedOffsets()).containsExactly(0L, 1L, 3L);
    }

    @Test
    void reportsWhatTheFormerEraHasNotLanded() {
        produce(3);
        openEra();
        fixture.kafka.firstSince(4L);

        land(fixture.member());

        assertThat(fixture.events(LoopEvent.Skipped.class))
                .containsExactly(new LoopEvent.Skipped(FakeKafka.PARTITION, new OffsetRange(2, 4)));
        assertThat(fixture.landedOffsets()).containsExactly(0L, 1L, 4L);
    }

    @Test
    void reportsThePendingCutOfTheFormerEraThatItLeavesBehind() {
        produce(3);
        fixture.kafka.committed(2, LoopFixture.cut(4));
        openEra();
        fixture.kafka.firstSince(4L);

        land(fixture.member());

        assertThat(fixture.events(LoopEvent.Skipped.class))
                .containsExactly(new LoopEvent.Skipped(FakeKafka.PARTITION, new OffsetRange(2, 4)));
    }

    @Test
    void reportsNothingOfOffsetsThatBelongToAnotherTopic() {
        fixture.kafka.recreate();
        produce(4);
        openEra();
        fixture.kafka.firstSince(3L);

        land(fixture.member());

        assertThat(fixture.events(LoopEvent.Skipped.class)).isEmpty();
        assertThat(fixture.bucket.objects()).containsKey("data/things/date=2026-11-23/hour=10/things-0-e1-3-3.parquet");
    }

    @Test
    void blocksAGroupThatWasSetBackInALaterEra() {
        openEra();
        fixture.kafka.firstSince(0L);
        land(fixture.member());
        fixture.kafka.committed(1, "");

        land(fixture.member());

        assertThat(fixture.blocked())
                .containsExactly("things-0 is committed at offset 1 but the bucket holds its records before offset 2:"
                        + " the group's offset was moved back; to land them again, raise sink.topic.things.era");
    }

    @Test
    void followsAGroupThatWasSetForwardInALaterEra() {
        openEra();
        fixture.kafka.firstSince(0L);
        land(fixture.member());
        produce(3);
        fixture.kafka.committed(4, "");

        land(fixture.member());

        assertThat(fixture.events(LoopEvent.Skipped.class))
                .containsExactly(new LoopEvent.Skipped(FakeKafka.PARTITION, new OffsetRange(2, 4)));
        assertThat(fixture.landedOffsets()).containsExactly(0L, 0L, 1L, 1L, 4L);
    }
}
