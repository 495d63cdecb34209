package smartcity.sink.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.LogTruncationException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import smartcity.sink.cut.FolderTemplate;
import smartcity.sink.cut.Layout;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.file.TestOrigins;
import smartcity.sink.identity.TopicIdentity;
import smartcity.sink.kafka.FakeKafka;
import smartcity.sink.kafka.GroupProtocol;
import smartcity.sink.loop.LoopFixture.Member;
import smartcity.sink.store.NewObject;
import smartcity.sink.store.ObjectContent;

/// A name is not an identity: topics are deleted and created again, clusters are built again, groups are reset. Nothing
/// of another topic or for another group may land among what is there.
class TopicIdentityTest {
    private static final String HOUR_10 = "data/things/date=2026-11-23/hour=10/things-0-";
    private static final String MARKER = "_sink/topics/things/era-0.json";
    private static final String CREATED_AGAIN =
            "topic things must be topic ID topic-1 in cluster cluster-1 but is topic"
                    + " ID topic-1+ in cluster cluster-1: it was deleted and created again, or its cluster was built again; to"
                    + " land the new topic beside the old one, raise sink.topic.things.era";

    private static final Layout DAILY =
            new Layout("", FolderTemplate.of("data/{topic}/date={date}"), Duration.ofDays(1));

    private final LoopFixture fixture = new LoopFixture();

    private void land(Member member) {
        member.turns(3);
        fixture.age();
        member.turns(2);
    }

    private void produce(int records) {
        for (int i = 0; i < records; i++) {
            fixture.produce(10);
        }
    }

    @Test
    void landsNothingOfATopicThatWasCreatedAgainBetweenTwoRuns() {
        produce(2);
        land(fixture.member());
        fixture.kafka.recreate();
        produce(5);

        land(fixture.member());

        assertThat(fixture.blocked()).containsExactly(CREATED_AGAIN);
        assertThat(fixture.bucket.objects()).containsOnlyKeys(HOUR_10 + "0-1.parquet");
    }

    @Test
    void landsNothingOfATopicThatWasCreatedAgainWhileItWasRead() {
        produce(2);
        Member member = fixture.member();
        member.turns(3);
        fixture.kafka.recreate();

        fixture.age();
        member.turns(2);

        assertThat(fixture.blocked()).containsExactly(CREATED_AGAIN);
        assertThat(fixture.bucket.objects()).isEmpty();
        assertThat(fixture.kafka.commits()).isEmpty();
    }

    @Test
    void saysThatATopicWasCreatedAgainThoughThatHappensBetweenTwoQuestions() {
        produce(2);
        land(fixture.member());
        Member member = fixture.member();
        member.consumer().onNextOffsetsRead(() -> {
            fixture.kafka.recreate();
            member.consumer().updateEndOffsets(Map.of(FakeKafka.PARTITION, 0L));
        });

        member.turns(3);

        assertThat(fixture.blocked()).containsExactly(CREATED_AGAIN);
    }

    @Test
    void landsNothingOfAReplayWhoseTopicWasCreatedAgain() {
        produce(2);
        fixture.kafka.committed(0, LoopFixture.cut(2));
        fixture.kafka.recreate();
        produce(2);

        land(fixture.member());

        assertThat(fixture.blocked()).containsExactly(CREATED_AGAIN);
        assertThat(fixture.bucket.objects()).isEmpty();
    }

    /// As after a restore of the bucket from a copy that has the data and nothing else.
    @Test
    void landsNothingOfATopicThatWasCreatedAgainWhenMarkersAndOffsetsAreGone() {
        produce(2);
        land(fixture.member());
        fixture.bucket.remove(MARKER);
        fixture.kafka.expireOffsets();
        fixture.kafka.recreate();
        fixture.produce(11);
        fixture.produce(11);
        fixture.produce(11);

        land(fixture.member());

        assertThat(fixture.blocked()).containsExactly(CREATED_AGAIN);
        assertThat(fixture.bucket.objects()).containsOnlyKeys(HOUR_10 + "0-1.parquet");
    }

    @Test
    void landsNothingOfATopicThatWasCreatedAgainWhenMarkersAreGoneAndAnOperatorSetTheOffset() {
        produce(2);
        land(fixture.member());
        fixture.bucket.remove(MARKER);
        fixture.kafka.recreate();
        fixture.produce(11);
        fixture.produce(11);
        fixture.produce(11);
        fixture.kafka.committed(2, "");

        land(fixture.member());

        assertThat(fixture.blocked()).containsExactly(CREATED_AGAIN);
        assertThat(fixture.bucket.objects()).containsOnlyKeys(HOUR_10 + "0-1.parquet");
    }

    @Test
    void landsNothingOfAClusterThatWasBuiltAgain() {
        produce(2);
        land(fixture.member());
        fixture.kafka.identity(new TopicIdentity("cluster-2", "topic-1"));
        produce(2);

        land(fixture.member());

        assertThat(fixture.blocked())
                .singleElement()
                .asString()
                .contains("but is topic ID topic-1 in cluster cluster-2");
        assertThat(fixture.landedOffsets()).containsExactly(0L, 1L);
    }

    @Test
    void landsATopicThatWasCreatedAgainInANewEraBesideTheOldOne() {
        produce(2);
        land(fixture.member());
        fixture.kafka.recreate();
        produce(3);
        fixture.era = 1;

        land(fixture.member());

        assertThat(fixture.blocked()).isEmpty();
        assertThat(fixture.bucket.objects())
                .containsOnlyKeys(HOUR_10 + "0-1.parquet", HOUR_10.replace("-0-", "-0-e1-") + "0-2.parquet");
        assertThat(fixture.bucket.keys()).contains("_sink/topics/things/era-0.json", "_sink/topics/things/era-1.json");
    }

    @ParameterizedTest
    @EnumSource
    void landsATruncatedTopicInANewEraBesideTheOldOne(GroupProtocol protocol) {
        fixture.protocol = protocol;
        produce(3);
        land(fixture.member());
        fixture.kafka.truncate(1);
        produce(1);
        fixture.era = 1;

        land(fixture.member());

        assertThat(fixture.bucket.objects()).containsKey(HOUR_10.replace("-0-", "-0-e1-") + "0-1.parquet");
    }

    @Test
    void saysThatATopicWasCreatedAgainThoughKafkaSaysThatItWasTruncated() {
        produce(3);
        land(fixture.member());
        Member member = fixture.member();
        member.turns(2);
        fixture.kafka.recreate();

        member.consumer()
                .failNextPosition(new LogTruncationException(
                        Map.of(FakeKafka.PARTITION, 3L), Map.of(FakeKafka.PARTITION, new OffsetAndMetadata(1))));
        member.turns(2);

        assertThat(fixture.blocked()).containsExactly(CREATED_AGAIN);
    }

    @Test
    void doesNotEnterAnEraAgainThatWasLeft() {
        produce(2);
        fixture.era = 1;
        land(fixture.member());
        fixture.era = 0;

        land(fixture.member());

        assertThat(fixture.blocked())
                .containsExactly("things-0 is committed in era 1 but sink.topic.things.era is 0: an era that was left"
                        + " cannot be entered again");
    }

    @Test
    void continuesByItselfWhenTheTopicIsTheExpectedOneAgain() {
        produce(1);
        land(fixture.member());
        fixture.kafka.identity(new TopicIdentity("other", "topic-1"));
        Member member = fixture.member();
        member.turns(3);
        assertThat(fixture.blocked()).hasSize(1);

        fixture.kafka.identity(TestOrigins.TOPIC);
        fixture.clock.add(Duration.ofSeconds(31));
        produce(1);
        member.turns(1);
        member.consumer().deliver(1);
        land(member);

        assertThat(fixture.landedOffsets()).containsExactly(0L, 1L);
        assertThat(member.loop().status().refusedTopics()).isEmpty();
    }

    @Test
    void cutsNothingWhileKafkaDoesNotSayWhichTopicItIs() {
        produce(2);
        Member member = fixture.member();
        member.turns(3);
        fixture.kafka.identityKnown(false);

        fixture.age();
        member.turns(2);

        assertThat(fixture.kafka.commits()).isEmpty();
        fixture.kafka.identityKnown(true);
        member.turns(2);
        assertThat(fixture.landedOffsets()).containsExactly(0L, 1L);
    }

    @Test
    void namesTheOffsetsOfATruncatedLog() {
        produce(3);
        land(fixture.member());
        Member member = fixture.member();
        member.turns(2);

        member.consumer()
                .setPollException(new LogTruncationException(
                        Map.of(FakeKafka.PARTITION, 3L), Map.of(FakeKafka.PARTITION, new OffsetAndMetadata(1))));
        member.turns(2);

        assertThat(fixture.blocked())
                .containsExactly("things-0 was read to offset 3 but its log was truncated at 1: the records of [1, 3)"
                        + " are gone from Kafka, and those that landed are only in the bucket; to land what came in"
                        + " their place, raise sink.topic.things.era");
    }

    @Test
    void namesTheOffsetsOfATruncatedLogAlsoWhenKafkaSpeaksOfItBetweenPolls() {
        produce(3);
        land(fixture.member());
        Member member = fixture.member();
        member.turns(2);

        member.consumer()
                .failNextPosition(new LogTruncationException(
                        Map.of(FakeKafka.PARTITION, 3L), Map.of(FakeKafka.PARTITION, new OffsetAndMetadata(1))));
        member.turns(2);

        assertThat(fixture.blocked())
                .singleElement()
                .asString()
                .startsWith("things-0 was read to offset 3 but its log was truncated at 1");
    }

    @Test
    void continuesWhenKafkaDoesNotKnowAPositionYet() {
        produce(1);
        Member member = fixture.member();
        member.turns(2);

        member.consumer().failNextPosition(new TimeoutException("not validated yet"));
        land(member);

        assertThat(fixture.landedOffsets()).containsExactly(0L);
    }

    @Test
    void reLandsNothingWhenTheGroupWasSetBack() {
        produce(3);
        land(fixture.member());
        fixture.kafka.committed(1, "");

        land(fixture.member());

        assertThat(fixture.blocked())
                .containsExactly("things-0 is committed at offset 1 but the bucket holds its records before offset 3:"
                        + " the group's offset was moved back; to land them again, raise sink.topic.things.era");
        assertThat(fixture.landedOffsets()).containsExactly(0L, 1L, 2L);
    }

    @Test
    void reLandsInANewEraWhenAnOperatorAsksForIt() {
        produce(3);
        land(fixture.member());
        fixture.kafka.committed(1, "");
        fixture.era = 1;

        land(fixture.member());

        assertThat(fixture.bucket.objects()).containsKey(HOUR_10.replace("-0-", "-0-e1-") + "0-2.parquet");
    }

    @Test
    void reportsTheOffsetsThatAnOperatorSkippedBeforeAnythingLanded() {
        produce(4);
        fixture.kafka.committed(3, "");

        land(fixture.member());

        assertThat(fixture.events(LoopEvent.Skipped.class))
                .containsExactly(new LoopEvent.Skipped(FakeKafka.PARTITION, new OffsetRange(0, 3)));
        assertThat(fixture.landedOffsets()).containsExactly(3L);
    }

    @Test
    void reLandsNothingWhenTheGroupWasSetBackAndTheLayoutChanged() {
        produce(3);
        land(fixture.member());
        fixture.kafka.committed(1, "");

        land(fixture.member(DAILY));

        assertThat(fixture.blocked()).singleElement().asString().contains("the group's offset was moved back");
        assertThat(fixture.landedOffsets()).containsExactly(0L, 1L, 2L);
    }

    @Test
    void reportsTheOffsetsThatAnOperatorSkippedWhenTheLayoutChanged() {
        produce(2);
        land(fixture.member());
        produce(4);
        fixture.kafka.committed(5, "");

        land(fixture.member(DAILY));

        assertThat(fixture.events(LoopEvent.Skipped.class))
                .containsExactly(new LoopEvent.Skipped(FakeKafka.PARTITION, new OffsetRange(2, 5)));
    }

    @Test
    void reportsTheOffsetsThatAnOperatorSkipped() {
        produce(2);
        land(fixture.member());
        produce(4);
        fixture.kafka.committed(5, "");

        land(fixture.member());

        assertThat(fixture.events(LoopEvent.Skipped.class))
                .containsExactly(new LoopEvent.Skipped(FakeKafka.PARTITION, new OffsetRange(2, 5)));
        assertThat(fixture.landedOffsets()).containsExactly(0L, 1L, 5L);
    }

    @Test
    void refusesAResetWhileACutIsPending() {
        produce(1);
        fixture.produce(11);
        fixture.produce(12);
        land(fixture.member());
        fixture.bucket.remove("data/things/date=2026-11-23/hour=11/things-0-0-2.parquet");
        fixture.kafka.committed(3, "");

        land(fixture.member());

        assertThat(fixture.blocked())
                .singleElement()
                .asString()
                .startsWith("things-0 had a pending cut of offsets [0, 3)");
    }

    /// Nothing in the bucket shows such a cut, and the offset that did is replaced.
    @Test
    void skipsAPendingCutWithoutObjectsWhenTheGroupIsMovedForward() {
        produce(2);
        Member member = fixture.member();
        member.turns(3);
        fixture.bucket.down(true);
        fixture.age();
        member.turns(2);
        fixture.bucket.down(false);
        fixture.kafka.committed(2, "");
        produce(1);

        land(fixture.member());

        assertThat(fixture.kafka.commits().getFirst()).isEqualTo(0 + LoopFixture.cut(2));
        assertThat(fixture.events(LoopEvent.Skipped.class))
                .containsExactly(new LoopEvent.Skipped(FakeKafka.PARTITION, new OffsetRange(0, 2)));
        assertThat(fixture.landedOffsets()).containsExactly(2L);
    }

    @Test
    void storesAMarkerAgainThatWasDeletedWhileItRuns() {
        produce(1);
        Member member = fixture.member();
        land(member);
        fixture.bucket.remove(MARKER);

        fixture.clock.add(Duration.ofMinutes(5));
        member.turns(2);

        assertThat(fixture.bucket.keys()).contains(MARKER);
        assertThat(fixture.blocked()).isEmpty();
    }

    /// The reason is in the log and in each answer of the status, so it must stay small.
    @Test
    void showsHowAnObjectBeginsThatIsNoMarker() {
        produce(1);
        Member member = fixture.member();
        land(member);
        fixture.bucket.remove(MARKER);
        byte[] other = ("{\"list\":[\n" + "\"x\",".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8);
        fixture.bucket.putIfAbsent(new NewObject(MARKER, 0, ObjectContent.of(other)));

        fixture.clock.add(Duration.ofMinutes(5));
        member.turns(2);

        assertThat(fixture.blocked())
                .singleElement()
                .asString()
                .startsWith("object " + MARKER + " must be the marker of a topic: Expected the marker of a topic, got:"
                        + " {\"list\":[?\"x\",\"x\",")
                .contains("restore it, or delete it")
                .hasSizeLessThan(400);
    }

    @Test
    void landsNothingMoreWhenAnotherGroupWasLetIn() {
        produce(1);
        Member member = fixture.member();
        land(member);
        fixture.bucket.remove(MARKER);
        fixture.group = "other";
        Member other = fixture.member();
        other.turns(3);

        fixture.clock.add(Duration.ofMinutes(5));
        member.turns(2);

        assertThat(fixture.blocked())
                .containsExactly("topic things is landed under this prefix by group other but this is group sink: use"
                        + " that group or another prefix, or raise sink.topic.things.era");
    }

    @Test
    void refusesASecondGroupUnderTheSamePrefix() {
        produce(2);
        land(fixture.member());
        fixture.group = "other";
        fixture.kafka.expireOffsets();

        land(fixture.member());

        assertThat(fixture.blocked())
                .containsExactly("topic things is landed under this prefix by group sink but this is group other: use"
                        + " that group or another prefix, or raise sink.topic.things.era");
        assertThat(fixture.landedOffsets()).containsExactly(0L, 1L);
    }
}
