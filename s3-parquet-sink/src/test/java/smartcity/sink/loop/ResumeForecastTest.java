package smartcity.sink.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.LogTruncationException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.identity.TopicIdentity;
import smartcity.sink.kafka.FakeKafka;
import smartcity.sink.loop.LoopFixture.Member;
import smartcity.sink.loop.ResumeForecast.Forecast;

/// What `--dry-run` says of a partition is what a loop that starts now would do; the forecast itself changes nothing.
/// Three records have landed before something happens to the topic or to the group.
class ResumeForecastTest {
    private final LoopFixture fixture = new LoopFixture();
    private List<String> keys = List.of();
    private List<String> commits = List.of();

    @BeforeEach
    void landThreeRecords() {
        produce(3);
        Member member = fixture.member();
        member.turns(3);
        fixture.age();
        member.turns(2);
        assertThat(fixture.landedOffsets()).containsExactly(0L, 1L, 2L);
    }

    private void produce(int records) {
        for (int hour = 10; hour < 10 + records; hour++) {
            fixture.produce(hour);
        }
    }

    private Forecast forecast() {
        return forecast(fixture.kafka.consumer());
    }

    private Forecast forecast(FakeKafka.FakeConsumer consumer) {
        keys = fixture.bucket.keys();
        commits = List.copyOf(fixture.kafka.commits());
        consumer.standAlone();
        Map<TopicPartition, Forecast> found = fixture.forecast(consumer).of(List.of(FakeKafka.PARTITION));
        assertThat(found).containsOnlyKeys(FakeKafka.PARTITION);
        return found.values().iterator().next();
    }

    @AfterEach
    void hasChangedNothing() {
        assertThat(fixture.bucket.keys()).isEqualTo(keys);
        assertThat(fixture.kafka.commits()).isEqualTo(commits);
    }

    private static void isStuck(Forecast forecast, String... because) {
        assertThat(forecast)
                .isInstanceOfSatisfying(
                        Forecast.CannotContinue.class,
                        stuck -> assertThat(stuck.reason()).contains(because));
    }

    @Test
    void aTopicGoesOnBehindWhatHasLanded() {
        produce(2);

        Forecast forecast = forecast();

        assertThat(forecast).isInstanceOfSatisfying(Forecast.Continues.class, at -> {
            assertThat(at.offset()).isEqualTo(3);
            assertThat(at.behind()).isEqualTo(2);
            assertThat(at.origin()).isEqualTo("group");
            assertThat(at.skipped()).isNull();
        });
    }

    @Test
    void aTopicThatWasCreatedAgainIsStuck() {
        fixture.kafka.recreate();
        produce(5);

        Forecast forecast = forecast();

        isStuck(forecast, "must be topic ID topic-1 in cluster cluster-1 but is topic ID topic-1+", "raise");
    }

    @Test
    void aTopicOfAClusterThatWasBuiltAgainIsStuck() {
        fixture.kafka.identity(new TopicIdentity("cluster-2", "topic-1"));

        Forecast forecast = forecast();

        isStuck(forecast, "but is topic ID topic-1 in cluster cluster-2");
    }

    @Test
    void aPartitionWhoseLogEndsBeforeWhatHasLandedIsStuck() {
        fixture.kafka.truncate(1);

        Forecast forecast = forecast();

        isStuck(forecast, "things-0 must reach offset 3 but ends at 1");
    }

    /// The log is longer than before, so that only its leader epochs differ.
    @Test
    void aPartitionWhoseLogWasTruncatedAndHasGrownAgainIsStuck() {
        fixture.kafka.truncate(1);
        produce(4);
        FakeKafka.FakeConsumer consumer = fixture.kafka.consumer();
        consumer.setPollException(new LogTruncationException(
                Map.of(FakeKafka.PARTITION, 3L), Map.of(FakeKafka.PARTITION, new OffsetAndMetadata(1))));

        Forecast forecast = forecast(consumer);

        isStuck(forecast, "things-0 was read to offset 3 but its log was truncated at 1", "raise");
    }

    @Test
    void aGroupThatWasSetBackIsStuck() {
        fixture.kafka.committed(1, "");

        Forecast forecast = forecast();

        isStuck(forecast, "is committed at offset 1 but the bucket holds its records before offset 3", "moved back");
    }

    @Test
    void aGroupThatWasSetForwardGoesOnAndSkips() {
        produce(4);
        fixture.kafka.committed(5, "");

        Forecast forecast = forecast();

        assertThat(forecast).isEqualTo(new Forecast.Continues(5, null, 0, 2, "group", new OffsetRange(3, 5), null));
    }

    @Test
    void aSecondGroupIsStuck() {
        fixture.group = "other";
        fixture.kafka.expireOffsets();

        Forecast forecast = forecast();

        isStuck(forecast, "is landed under this prefix by group sink but this is group other");
    }

    @Test
    void aGroupThatWasResetWhileACutWasPendingIsStuck() {
        fixture.bucket.remove("data/things/date=2026-11-23/hour=11/things-0-0-2.parquet");
        fixture.kafka.committed(3, "");

        Forecast forecast = forecast();

        isStuck(forecast, "things-0 had a pending cut of offsets [0, 3)");
    }

    @Test
    void aPendingCutIsNamed() {
        produce(2);
        fixture.kafka.committed(3, LoopFixture.cut(5));

        Forecast forecast = forecast();

        assertThat(forecast).isEqualTo(new Forecast.Continues(3, new OffsetRange(3, 5), 0, 2, "group", null, null));
    }
}
