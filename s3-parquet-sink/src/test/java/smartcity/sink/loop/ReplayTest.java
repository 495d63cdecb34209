package smartcity.sink.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.kafka.FakeKafka;
import smartcity.sink.loop.LoopFixture.Member;
import smartcity.sink.store.InMemoryObjectStore.Fault;

/// A cut of which Kafka has deleted records between its first attempt and its replay.
class ReplayTest {
    private static final String CUT = "{\"cut\":1,\"end\":3,\"prefix\":\"\"}";

    private final LoopFixture fixture = new LoopFixture();

    /// All objects of the cut are there, but its end was never committed.
    @BeforeEach
    void storeButDoNotCommit() {
        fixture.produce(10);
        fixture.produce(10);
        fixture.produce(10);
        Member first = fixture.member();
        first.turns(2);
        fixture.clock.add(LoopFixture.MAX_AGE);
        first.turn();
        fixture.kafka.committed(0, CUT);
        fixture.events.clear();
    }

    @Test
    void keepsTheRowsThatCompactionHasDeletedSince() {
        fixture.kafka.compact(1);

        Member successor = fixture.member();
        successor.turns(3);

        assertThat(fixture.landedOffsets()).containsExactly(0L, 1L, 2L);
        assertThat(fixture.kafka.commits()).last().isEqualTo(LoopFixture.landed(3));
    }

    @Test
    void keepsThemInABucketThatIgnoresConditions() {
        fixture.bucket.ignoreConditions();
        fixture.kafka.compact(1);

        Member successor = fixture.member();
        successor.turns(3);

        assertThat(fixture.landedOffsets()).containsExactly(0L, 1L, 2L);
        assertThat(fixture.kafka.commits()).last().isEqualTo(LoopFixture.landed(3));
    }

    @Test
    void waitsForKafkaToSayWhatIsGone() {
        Member successor = fixture.member();
        successor.turn();
        fixture.kafka.deleteBefore(1);
        successor.consumer().updateBeginningOffsets(Map.of(FakeKafka.PARTITION, 1L));
        successor.consumer().setPollException(new OffsetOutOfRangeException(Map.of(FakeKafka.PARTITION, 0L)));
        successor.consumer().setOffsetsException(new TimeoutException("no broker"));
        successor.turn();

        successor.consumer().setPollException(new OffsetOutOfRangeException(Map.of(FakeKafka.PARTITION, 0L)));
        successor.turns(2);

        assertThat(fixture.events(LoopEvent.Gone.class))
                .containsExactly(new LoopEvent.Gone(FakeKafka.PARTITION, new OffsetRange(0, 1)));
        assertThat(fixture.landedOffsets()).containsExactly(0L, 1L, 2L);
        assertThat(fixture.kafka.commits()).last().isEqualTo(LoopFixture.landed(3));
    }

    /// Kafka lost the last record, and another came in its place: as many rows, of other records.
    @Test
    void doesNotTakeAnObjectOfOtherRecordsForItsOwn() {
        fixture.kafka.truncate(2);
        fixture.kafka.produce("{\"timestamp\":\"2026-11-23T10:59:00Z\",\"n\":99}");

        fixture.member().turns(4);

        assertThat(fixture.blocked())
                .singleElement()
                .asString()
                .contains("it is there with whole-records-checksum whole-crc32c-");
        assertThat(fixture.landedOffsets()).containsExactly(0L, 1L, 2L);
    }

    /// The log was truncated below the end of the cut, and has grown beyond it since: as many rows, of other records.
    @Test
    void completesNoCutWithRecordsThatCameInThePlaceOfItsOwn() {
        LoopFixture other = new LoopFixture();
        other.produce(10);
        other.produce(11);
        Member first = other.member();
        first.turns(3);
        other.bucket.failNext(Fault.ANSWER_LOST);
        other.bucket.failNext(Fault.UNAVAILABLE);
        other.clock.add(LoopFixture.MAX_AGE);
        first.turn();
        assertThat(other.bucket.objects()).hasSize(1);
        other.kafka.truncate(0);
        other.produce(10);
        other.produce(11);
        other.produce(12);

        other.member().turns(4);

        assertThat(other.blocked())
                .containsExactly("things-0 has a pending cut of offsets [0, 2) whose last record is of leader epoch 0,"
                        + " but the record at offset 0 is of leader epoch 1: Kafka lost the records of the cut, of which"
                        + " some may have landed; to land what came in their place, raise sink.topic.things.era");
        assertThat(other.landedOffsets()).containsExactly(0L);
    }

    /// The same of a cut that ends in a gap, where no epoch is known: that of its last record is.
    @Test
    void completesNoCutThatEndsInAGapWithRecordsThatCameInThePlaceOfItsOwn() {
        LoopFixture other = new LoopFixture();
        other.maxWindows = 2;
        other.produce(10);
        other.produce(11);
        other.kafka.skip();
        other.produce(12);
        Member first = other.member();
        first.turn();
        other.bucket.failNext(Fault.ANSWER_LOST);
        other.bucket.failNext(Fault.UNAVAILABLE);
        first.turn();
        assertThat(other.kafka.commits()).last().asString().startsWith("0{").contains("\"end\":3,");
        assertThat(other.bucket.objects()).hasSize(1);
        other.kafka.truncate(1);
        for (int hour = 11; hour < 15; hour++) {
            other.produce(hour);
        }

        other.member().turns(4);

        assertThat(other.blocked())
                .containsExactly("things-0 has a pending cut of offsets [0, 3) whose last record is of leader epoch 0,"
                        + " but the record at offset 1 is of leader epoch 1: Kafka lost the records of the cut, of which"
                        + " some may have landed; to land what came in their place, raise sink.topic.things.era");
        assertThat(other.landedOffsets()).containsExactly(0L);
    }

    /// The first attempt stored both dead letters; by the rules of the second, one of them is a row of a window that
    /// has no object yet, so its put would not meet the object that is compared.
    @Test
    void putsNothingOfOtherRulesBeforeAllThatIsThereIsCompared() {
        LoopFixture other = new LoopFixture();
        other.kafka.produce("{\"timestamp\":\"2026-11-23T10:30:00Z\"}");
        other.kafka.produce("{");
        Member first = other.member();
        first.turns(3);
        other.bucket.failNext(Fault.ANSWER_LOST);
        other.clock.add(LoopFixture.MAX_AGE);
        first.turn();
        assertThat(other.reasons()).hasSize(2);
        other.schema = LoopFixture.SCHEMA.replace("\"timestamp\", \"n\"", "\"timestamp\"");

        other.member().turns(4);

        assertThat(other.blocked()).singleElement().asString().contains("of the cut is there by other rules");
        assertThat(other.bucket.objects()).hasSize(1);
    }

    /// The first attempt stored the dead letter and not the rows; by the rules of the second, it is a row, and there is
    /// no object of dead letters to be compared.
    @Test
    void landsNoRecordBesideItsDeadLetterOfOtherRules() {
        LoopFixture other = new LoopFixture();
        other.produce(10);
        other.kafka.produce("{\"timestamp\":\"2026-11-23T10:30:00Z\"}");
        Member first = other.member();
        first.turns(3);
        other.bucket.failNext(Fault.UNAVAILABLE);
        other.clock.add(LoopFixture.MAX_AGE);
        first.turn();
        assertThat(other.reasons()).hasSize(1);
        other.schema = LoopFixture.SCHEMA.replace("\"timestamp\", \"n\"", "\"timestamp\"");

        other.member().turns(4);

        assertThat(other.blocked()).singleElement().asString().contains("of the cut is there by other rules");
        assertThat(other.bucket.objects()).hasSize(1);
        other.schema = LoopFixture.SCHEMA;
        other.member().turns(4);
        assertThat(other.landedOffsets()).containsExactly(0L, 1L);
        assertThat(other.reasons()).hasSize(1);
    }

    @Test
    void completesACutByOtherRulesOfWhichNothingIsThere() {
        LoopFixture other = new LoopFixture();
        other.produce(10);
        other.kafka.produce("{\"timestamp\":\"2026-11-23T10:30:00Z\"}");
        other.kafka.committed(0, LoopFixture.cut(2));
        other.schema = LoopFixture.SCHEMA.replace("\"timestamp\", \"n\"", "\"timestamp\"");

        other.member().turns(4);

        assertThat(other.blocked()).isEmpty();
        assertThat(other.landedOffsets()).containsExactly(0L, 1L);
        assertThat(other.reasons()).isEmpty();
    }

    /// The first attempt stored the rows and not the dead letter; under the rules of the second, the dead letter is a
    /// row, so that the object of rows that is there lacks it.
    @Test
    void doesNotTakeAnObjectOfOtherRulesForItsOwn() {
        LoopFixture other = new LoopFixture();
        other.produce(10);
        other.kafka.produce("{\"timestamp\":\"2026-11-23T10:30:00Z\"}");
        Member first = other.member();
        first.turns(3);
        other.bucket.failNext(Fault.ANSWER_LOST);
        other.bucket.failNext(Fault.UNAVAILABLE);
        other.clock.add(LoopFixture.MAX_AGE);
        first.turn();
        assertThat(other.bucket.objects()).hasSize(1);
        other.schema = LoopFixture.SCHEMA.replace("\"timestamp\", \"n\"", "\"timestamp\"");

        other.member().turns(4);

        assertThat(other.blocked()).singleElement().asString().contains("of the cut is there by other rules");
        other.schema = LoopFixture.SCHEMA;
        other.member().turns(4);
        assertThat(other.landedOffsets()).containsExactly(0L, 1L);
        assertThat(other.reasons()).hasSize(1);
    }
}
