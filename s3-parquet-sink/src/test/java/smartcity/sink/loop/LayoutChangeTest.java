package smartcity.sink.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import smartcity.sink.batch.CutCause;
import smartcity.sink.cut.Cut;
import smartcity.sink.cut.FolderTemplate;
import smartcity.sink.cut.Layout;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.file.FileForm;
import smartcity.sink.kafka.FakeKafka;
import smartcity.sink.loop.LoopFixture.Member;
import smartcity.sink.store.InMemoryObjectStore.Fault;

/// Which rows share an object, and the replay of a range after a change of its layout.
class LayoutChangeTest {
    private static final Layout BY_DAY =
            new Layout("", FolderTemplate.of("data/{topic}/day={date}"), Duration.ofHours(1));
    private static final Layout BY_N = new Layout("", FolderTemplate.of("data/{topic}/{field:n}"), Duration.ofHours(1));

    private final LoopFixture fixture = new LoopFixture();

    private void land(Member member) {
        member.turns(2);
        fixture.clock.add(LoopFixture.MAX_AGE);
        member.turns(3);
    }

    private List<Long> offsets(int records) {
        return LongStream.range(0, records).boxed().toList();
    }

    @Test
    void putsRowsOfOneFolderIntoOneObject() {
        fixture.produce(10);
        fixture.produce(11);

        land(fixture.member(BY_DAY));

        assertThat(fixture.bucket.objects()).containsOnlyKeys("data/things/day=2026-11-23/things-0-0-1.parquet");
        assertThat(fixture.landedOffsets()).containsExactly(0L, 1L);
    }

    @Test
    void landsByAColumnThatTheFilesDoNotRepeat() {
        fixture.produce(10);
        fixture.produce(11);

        land(fixture.member(BY_N));

        assertThat(fixture.bucket.objects())
                .containsOnlyKeys("data/things/n=10/things-0-0-1.parquet", "data/things/n=11/things-0-0-1.parquet");
        assertThat(fixture.columns())
                .containsExactly("timestamp", "kafka_partition", "kafka_offset", "kafka_timestamp");
    }

    @Test
    void refusesEventTimesThatAreNotPlausible() {
        fixture.kafka.produce("{\"timestamp\":\"1999-12-31T23:59:59.999999Z\",\"n\":1}");
        fixture.kafka.produce("{\"timestamp\":\"2000-01-01T00:00:00Z\",\"n\":1}");
        fixture.kafka.produce("{\"timestamp\":\"2100-01-01T00:00:00Z\",\"n\":1}");

        land(fixture.member());

        assertThat(fixture.bucket.objects().keySet())
                .containsExactlyInAnyOrder(
                        "data/things/date=2000-01-01/hour=00/things-0-0-2.parquet",
                        "data/dead_letters/topic=things/date=1970-01-01/hour=00/things-0-0-2.parquet");
        assertThat(fixture.reasons())
                .containsExactly(
                        "event time must be from 2000-01-01T00:00:00Z to before 2100-01-01T00:00:00Z but was"
                                + " 1999-12-31T23:59:59.999999Z",
                        "event time must be from 2000-01-01T00:00:00Z to before 2100-01-01T00:00:00Z but was"
                                + " 2100-01-01T00:00:00Z");
    }

    @Test
    void replaysACutInTheLayoutItWasMadeIn() {
        fixture.produce(10);
        fixture.produce(11);
        fixture.bucket.failNext(Fault.UNAVAILABLE);
        Member first = fixture.member();
        first.turns(2);
        fixture.clock.add(LoopFixture.MAX_AGE);
        first.turn();
        assertThat(fixture.bucket.objects()).hasSize(1);

        Member second = fixture.member(BY_DAY);
        second.turns(3);
        fixture.produce(12);
        second.consumer().deliver(2);
        land(second);

        assertThat(fixture.bucket.objects())
                .containsOnlyKeys(
                        "data/things/date=2026-11-23/hour=10/things-0-0-1.parquet",
                        "data/things/date=2026-11-23/hour=11/things-0-0-1.parquet",
                        "data/things/day=2026-11-23/things-0-2-2.parquet");
        assertThat(fixture.landedOffsets()).containsExactly(0L, 1L, 2L);
    }

    @Test
    void replaysACutInTheWindowItWasMadeIn() {
        fixture.produce(10);
        fixture.produce(11);
        Layout sixHours = new Layout("", FolderTemplate.BY_HOUR, Duration.ofHours(6));
        fixture.kafka.committed(0, new Cut(2, sixHours, FileForm.COMPATIBLE, null, null).encoded());

        fixture.member().turns(3);

        assertThat(fixture.bucket.objects())
                .containsOnlyKeys("data/things/date=2026-11-23/hour=06/things-0-0-1.parquet");
    }

    @Test
    void reportsThatTheRulesDifferFromThoseOfTheCut() {
        fixture.produce(10);
        fixture.kafka.committed(
                0, new Cut(1, Layout.byHour(""), FileForm.COMPATIBLE, "0123456789abcdef", null).encoded());

        fixture.member().turns(3);

        assertThat(fixture.events(LoopEvent.RulesChanged.class)).singleElement().satisfies(changed -> {
            assertThat(changed.range()).isEqualTo(new OffsetRange(0, 1));
            assertThat(changed.before()).isEqualTo("0123456789abcdef");
        });
        assertThat(fixture.landedOffsets()).containsExactly(0L);
    }

    @Test
    void reportsNothingWhenTheRulesAreTheSame() {
        fixture.produce(10);
        fixture.kafka.committed(0, LoopFixture.cut(1));

        fixture.member().turns(3);

        assertThat(fixture.events(LoopEvent.RulesChanged.class)).isEmpty();
        assertThat(fixture.landedOffsets()).containsExactly(0L);
    }

    @Test
    void blocksThePartitionWhenACutNeedsAColumnThatIsGone() {
        fixture.produce(10);
        Layout byGone = new Layout("", FolderTemplate.of("data/{topic}/{field:gone}"), Duration.ofHours(1));
        fixture.kafka.committed(0, new Cut(1, byGone, FileForm.COMPATIBLE, null, null).encoded());
        Member member = fixture.member();

        member.turns(2);

        assertThat(fixture.blocked())
                .containsExactly("Failed to complete the cut of things-0 in data/{topic}/{field:gone}: layout must take"
                        + " {field:gone} from a text, uuid, integer or boolean of urn:test:1 but was"
                        + " data/{topic}/{field:gone}");
    }

    @Test
    void blocksThePartitionWhenALastRangeInAnotherLayoutMayBeIncomplete() {
        fixture.produce(10);
        land(fixture.member());
        fixture.kafka.expireOffsets();
        Member member = fixture.member(BY_DAY);

        member.turns(2);

        assertThat(fixture.blocked())
                .containsExactly("Failed to resume things-0 behind"
                        + " data/things/date=2026-11-23/hour=10/things-0-0-0.parquet: it is in another layout than"
                        + " data/{topic}/day={date}, so it is unknown whether its range is complete; start once with"
                        + " the former layout");
    }

    @Test
    void resumesBehindObjectsOfItsOwnLayout() {
        fixture.produce(10);
        fixture.produce(11);
        land(fixture.member(BY_N));
        fixture.kafka.expireOffsets();

        land(fixture.member(BY_N));

        assertThat(fixture.landedOffsets()).containsExactly(0L, 1L);
        assertThat(fixture.events(LoopEvent.Assigned.class))
                .last()
                .isEqualTo(new LoopEvent.Assigned(FakeKafka.PARTITION, 0, "bucket"));
    }

    @Test
    void cutsBeforeTheRecordThatNeedsOneObjectTooMany() {
        fixture.maxWindows = 2;
        fixture.produce(10);
        fixture.produce(11);
        fixture.produce(10);
        fixture.produce(12);
        fixture.produce(12);
        Member member = fixture.member();

        member.turns(2);
        assertThat(fixture.kafka.commits()).last().isEqualTo(LoopFixture.landed(3));
        fixture.clock.add(Duration.ofSeconds(1));
        member.turn();

        assertThat(member.loop().status().lanes()).singleElement().satisfies(lane -> {
            assertThat(lane.position()).isEqualTo(5);
            assertThat(lane.heldRecords()).isEqualTo(2);
        });
        assertThat(fixture.events(LoopEvent.Landed.class)).singleElement().satisfies(landed -> {
            assertThat(landed.range()).isEqualTo(new OffsetRange(0, 3));
            assertThat(landed.counted().records()).isEqualTo(3);
            assertThat(landed.cause()).isEqualTo(CutCause.WINDOWS);
        });
    }

    @Test
    void readsNothingMoreWhileRecordsWaitForRoom() {
        fixture.maxWindows = 1;
        fixture.produce(10);
        fixture.produce(11);
        fixture.produce(12);
        Member member = fixture.member();

        member.turns(2);

        assertThat(member.loop().status().paused()).isNull();
        assertThat(member.consumer().paused()).containsExactly(FakeKafka.PARTITION);
        member.turns(2);
        assertThat(member.consumer().paused()).isEmpty();
        land(member);
        assertThat(fixture.landedOffsets()).isEqualTo(offsets(3));
    }

    @Test
    void answersAFlushForRecordsThatWaitForRoom() {
        fixture.maxWindows = 1;
        for (int hour = 10; hour < 15; hour++) {
            fixture.produce(hour);
        }
        Member member = fixture.member();
        fixture.bucket.failNext(Fault.UNAVAILABLE);
        member.turns(2);

        var flush = member.loop().flush();
        member.turn();
        assertThat(flush).isNotDone();
        fixture.clock.add(Duration.ofSeconds(2));
        member.turns(8);

        assertThat(flush).isCompletedWithValue(new FlushOutcome.Landed(5));
        assertThat(fixture.landedOffsets()).isEqualTo(offsets(5));
    }

    @Test
    void makesOneObjectOfEachHourWhenLateRecordsComeInAnyOrder() {
        Random chance = new Random(7);
        for (int i = 0; i < 900; i++) {
            fixture.produce(chance.nextInt(24));
        }

        land(fixture.member());

        assertThat(fixture.bucket.objects()).hasSize(24);
        assertThat(fixture.landedOffsets()).isEqualTo(offsets(900));
    }
}
