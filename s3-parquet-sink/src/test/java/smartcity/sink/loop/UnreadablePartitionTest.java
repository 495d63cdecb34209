package smartcity.sink.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import smartcity.sink.kafka.FakeKafka;
import smartcity.sink.kafka.GroupProtocol;
import smartcity.sink.loop.LoopFixture.Member;
import smartcity.sink.row.Row;
import smartcity.sink.row.RowConverter;
import smartcity.sink.row.RowFormat;
import smartcity.sink.schema.RecordSchema;

/// What concerns one partition blocks it, and does not end the process.
class UnreadablePartitionTest {
    /// As Kafka's client reports it.
    private final KafkaException damaged = new KafkaException(
            "Received exception when fetching the next record from things-0. If needed, please seek past the record to"
                    + " continue consumption.",
            new KafkaException("Record batch for partition things-0 at offset 2 is invalid, cause: Record is corrupt"));

    private final TopicAuthorizationException forbidden = new TopicAuthorizationException(Set.of("things"));

    private final LoopFixture fixture = new LoopFixture();

    /// Fails by the value with that number, counted from 1.
    private record FailingOnce(RowFormat format, int number) implements RowFormat {
        @Override
        public RecordSchema schema() {
            return format.schema();
        }

        @Override
        public RowConverter converter(Row row) {
            RowConverter converter = format.converter(row);
            AtomicInteger converted = new AtomicInteger();
            return value -> {
                if (converted.incrementAndGet() == number) {
                    throw new ArrayIndexOutOfBoundsException("a bug");
                }
                return converter.convert(value);
            };
        }
    }

    private Member reading() {
        fixture.produce(10);
        fixture.produce(10);
        Member member = fixture.member();
        member.turns(3);
        return member;
    }

    /// The partition starts again, and Kafka has the records from `offset` on.
    private static void readAgain(Member member, long offset) {
        member.turns(2);
        member.consumer().deliver(offset);
        member.turns(2);
    }

    private void landDue(Member member) {
        fixture.age();
        member.turns(2);
    }

    @Test
    void isBlockedByADamagedRecordAndLandsWhatIsBeforeIt() {
        Member member = reading();

        member.consumer().setPollException(damaged);
        member.turns(2);
        Set<TopicPartition> paused = member.consumer().paused();
        fixture.age();
        member.turns(2);

        assertThat(paused).containsExactly(FakeKafka.PARTITION);
        assertThat(fixture.blocked())
                .containsExactly("things-0 cannot be read from offset 2 on: Record batch for partition things-0 at"
                        + " offset 2 is invalid, cause: Record is corrupt; its log is damaged in Kafka: repair it, or"
                        + " move the group's offset behind the damage");
        assertThat(fixture.landedOffsets()).containsExactly(0L, 1L);
    }

    @Test
    void isBlockedByARecordThatTheSinkFailsByAndLandsWhatIsBeforeIt() {
        fixture.conversion = format -> new FailingOnce(format, 3);
        fixture.produce(10);
        Member member = reading();

        member.turns(2);
        fixture.age();
        member.turns(2);

        assertThat(fixture.blocked())
                .singleElement()
                .asString()
                .startsWith("things-0 cannot be read from offset 2 on: the sink fails by this record:"
                        + " java.lang.ArrayIndexOutOfBoundsException: a bug at smartcity.sink.loop.")
                .endsWith("; report it, and move the group's offset behind the record if it can wait");
        assertThat(fixture.landedOffsets()).containsExactly(0L, 1L);
        fixture.clock.add(Duration.ofSeconds(31));
        member.turns(2);
        member.consumer().deliver(2);
        member.turns(2);
        fixture.age();
        member.turns(2);
        assertThat(fixture.landedOffsets()).containsExactly(0L, 1L, 2L);
        assertThat(member.loop().status().refusedTopics()).isEmpty();
    }

    @Test
    void isBlockedByARecordThatCannotBeWrittenAndLandsWhatIsBeforeIt() {
        fixture.produce(10);
        fixture.faults.offset = 2;
        Member member = reading();

        readAgain(member, 0);
        landDue(member);

        assertThat(fixture.blocked())
                .singleElement()
                .asString()
                .startsWith("things-0 cannot be read from offset 2 on: the sink fails by this record:"
                        + " java.lang.ArithmeticException: integer overflow at smartcity.sink.loop.");
        assertThat(fixture.landedOffsets()).containsExactly(0L, 1L);
        fixture.faults.offset = -1;
        fixture.clock.add(Duration.ofSeconds(31));
        readAgain(member, 2);
        landDue(member);
        assertThat(fixture.landedOffsets()).containsExactly(0L, 1L, 2L);
        assertThat(member.loop().status().refusedTopics()).isEmpty();
    }

    @Test
    void isBlockedByACutThatCannotBeFinishedAndLandsItOnceItCan() {
        Member member = reading();
        fixture.faults.unfinished = true;
        landDue(member);

        assertThat(fixture.blocked())
                .singleElement()
                .asString()
                .startsWith("things-0 has a cut of offsets [0, 2) that the sink fails to write as files:"
                        + " java.lang.ArithmeticException: integer overflow at smartcity.sink.loop.")
                .endsWith("; report it, and keep these records in Kafka: a version without the fault lands them");
        fixture.faults.unfinished = false;
        fixture.clock.add(Duration.ofSeconds(31));
        readAgain(member, 0);
        assertThat(fixture.landedOffsets()).containsExactly(0L, 1L);
        assertThat(member.loop().status().refusedTopics()).isEmpty();
    }

    @Test
    void isBlockedByARecordOfAPendingCutThatCannotBeWritten() {
        Member member = reading();
        fixture.faults.unfinished = true;
        landDue(member);
        fixture.faults.unfinished = false;
        fixture.faults.offset = 1;
        fixture.clock.add(Duration.ofSeconds(31));

        readAgain(member, 0);

        assertThat(fixture.blocked())
                .last()
                .asString()
                .startsWith("things-0 cannot be read from offset 1 on: the sink fails by this record:");
        fixture.faults.offset = -1;
        fixture.clock.add(Duration.ofSeconds(31));
        readAgain(member, 0);
        assertThat(fixture.landedOffsets()).containsExactly(0L, 1L);
    }

    @Test
    void isBlockedByCommittedMetadataOfACutThatEndsBeforeItBegins() {
        fixture.produce(10);
        fixture.produce(10);
        fixture.kafka.committed(1, "{\"cut\":1,\"end\":1,\"prefix\":\"\"}");

        fixture.member().turns(3);

        assertThat(fixture.blocked())
                .containsExactly("things-0: the end of a cut must be behind its offset 1 but is 1 in the committed"
                        + " metadata");
    }

    @Test
    void continuesWhenItCanBeReadAgain() {
        Member member = reading();
        member.consumer().setPollException(damaged);
        member.turns(2);
        fixture.age();
        member.turns(2);

        fixture.clock.add(Duration.ofSeconds(31));
        fixture.produce(10);
        member.turns(2);
        member.consumer().deliver(2);
        member.turns(2);
        fixture.age();
        member.turns(2);

        assertThat(fixture.landedOffsets()).containsExactly(0L, 1L, 2L);
        assertThat(member.loop().status().refusedTopics()).isEmpty();
    }

    @Test
    void isBlockedWhenItsTopicMustNotBeRead() {
        Member member = reading();

        member.consumer().setPollException(forbidden);
        member.turns(2);

        assertThat(fixture.blocked())
                .containsExactly("things-0 must be readable but Kafka refuses it: Not authorized to access topics:"
                        + " [things]; permit READ and DESCRIBE of the topic");
    }

    @Test
    void isBlockedWhenItsOffsetsMustNotBeRead() {
        fixture.produce(10);
        fixture.kafka.failNextRead(forbidden);

        fixture.member().turns(3);

        assertThat(fixture.blocked()).singleElement().asString().startsWith("things-0 must be readable");
    }

    @ParameterizedTest
    @EnumSource
    void landsWhatItHoldsWhenCommitsAreAllowedAgain(GroupProtocol protocol) {
        fixture.protocol = protocol;
        Member member = reading();
        fixture.kafka.failNextCommit(forbidden);

        fixture.age();
        member.turns(3);

        assertThat(fixture.landedOffsets()).containsExactly(0L, 1L);
    }

    @Test
    void isNotWhatAFailureOfTheGroupConcerns() {
        Member member = reading();

        member.consumer().setPollException(new GroupAuthorizationException("things-0"));

        assertThatThrownBy(member::turn).isInstanceOf(GroupAuthorizationException.class);
    }

    @Test
    void isNotWhatTheLossOfTheGroupConcerns() {
        Member member = reading();

        member.consumer().setPollException(new GroupIdNotFoundException("Consumer group sink not found."));

        assertThatThrownBy(member::turn)
                .hasMessage("Failed to stay in group sink: Kafka does not have it any more, as the cluster was built"
                        + " again, or the group was deleted while its members were away; the next start joins it again")
                .hasCauseInstanceOf(GroupIdNotFoundException.class);
    }
}
