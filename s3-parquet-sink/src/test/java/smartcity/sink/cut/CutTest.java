package smartcity.sink.cut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smartcity.sink.file.FileForm;
import smartcity.sink.identity.TopicIdentity;

class CutTest {
    private static final TopicIdentity TOPIC = new TopicIdentity("c1", "t1");
    private static final TopicPartition PARTITION = new TopicPartition("gps-data", 12);

    @Test
    void isDecodedFromItsMetadata() {
        Layout layout = new Layout("lake \"1\"/", FolderTemplate.of("{topic}/day={date}"), Duration.ofMinutes(15));
        Cut cut = new Cut(9_000_000_000L, layout.inEra(2), FileForm.COMPATIBLE, "0123456789abcdef", TOPIC);

        assertThat(cut.encoded())
                .isEqualTo("{\"cut\":3,\"end\":9000000000,\"prefix\":\"lake \\\"1\\\"/\","
                        + "\"layout\":\"{topic}/day={date}\",\"window\":\"PT15M\",\"files\":\"compatible\",\"rules\":\"0123456789abcdef\","
                        + "\"era\":2,\"clusterId\":\"c1\",\"topicId\":\"t1\"}");
        assertThat(CommitState.of(cut.encoded())).isEqualTo(new CommitState.Pending(cut));
    }

    @Test
    void isDecodedWithItsLeaderEpochs() {
        Cut cut = new Cut(5, Layout.byHour(""), FileForm.COMPATIBLE, null, TOPIC);
        Cut behindAGap = cut.with(new CutEpochs(null, 7));

        assertThat(behindAGap.encoded()).contains(",\"lastEpoch\":7,").doesNotContain("endEpoch");
        assertThat(CommitState.of(behindAGap.encoded())).isEqualTo(new CommitState.Pending(behindAGap));
        assertThat(behindAGap.epochs().latest()).contains(7);
        Cut elsewhere = cut.with(new CutEpochs(8, 7));
        assertThat(CommitState.of(elsewhere.encoded())).isEqualTo(new CommitState.Pending(elsewhere));
        assertThat(elsewhere.epochs().latest()).contains(7);
    }

    /// Versions that did not record the epoch of the last record recorded that of the end, which is no earlier.
    @Test
    void hasTheEpochOfItsEndIfThatOfItsLastRecordIsNotRecorded() {
        Cut before = new Cut(5, Layout.byHour(""), FileForm.COMPATIBLE, null, TOPIC).with(new CutEpochs(8, null));

        assertThat(CommitState.of(before.encoded())).isEqualTo(new CommitState.Pending(before));
        assertThat(before.epochs().latest()).contains(8);
    }

    @Test
    void isDecodedFromTheFormatBeforeEras() {
        assertThat(CommitState.of("{\"cut\":2,\"end\":5,\"prefix\":\"\",\"layout\":\"{topic}/day={date}\","
                        + "\"window\":\"PT15M\",\"rules\":\"ab\"}"))
                .isEqualTo(new CommitState.Pending(new Cut(
                        5,
                        new Layout("", FolderTemplate.of("{topic}/day={date}"), Duration.ofMinutes(15)),
                        FileForm.COMPACT,
                        "ab",
                        null)));
    }

    /// Versions that did not record the form wrote compact files.
    @Test
    void isOfCompactFilesUnlessItNamesTheirForm() {
        String before =
                "{\"cut\":3,\"end\":5,\"prefix\":\"\",\"layout\":\"{topic}\",\"window\":\"PT1H\",\"rules\":\"\","
                        + "\"era\":0}";

        assertThat(CommitState.of(before))
                .isInstanceOfSatisfying(
                        CommitState.Pending.class,
                        pending -> assertThat(pending.cut().form()).isEqualTo(FileForm.COMPACT));
        assertThat(CommitState.of(before.replace("\"rules", "\"files\":\"compatible\",\"rules")))
                .isInstanceOfSatisfying(
                        CommitState.Pending.class,
                        pending -> assertThat(pending.cut().form()).isEqualTo(FileForm.COMPATIBLE));
    }

    @Test
    void aLandedOffsetNamesItsTopicAndEra() {
        CommitState.Landed landed = new CommitState.Landed(TOPIC, 3);

        assertThat(landed.encoded()).isEqualTo("{\"landed\":1,\"era\":3,\"clusterId\":\"c1\",\"topicId\":\"t1\"}");
        assertThat(CommitState.of(landed.encoded())).isEqualTo(landed);
    }

    @Test
    void isDecodedFromTheFormatBeforeLayouts() {
        assertThat(CommitState.of("{\"cut\":1,\"end\":5,\"prefix\":\"lake/\"}"))
                .isEqualTo(new CommitState.Pending(new Cut(
                        5,
                        new Layout("lake/", FolderTemplate.BY_HOUR, Duration.ofHours(1)),
                        FileForm.COMPACT,
                        null,
                        null)));
    }

    @Test
    void isNotPendingWithoutMetadata() {
        assertThat(CommitState.of("")).isEqualTo(new CommitState.Unmarked());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "{\"cut\":3,\"end\":5,\"prefix\":\"\",\"layout\":\"a\",\"window\":\"PT1H\",\"rules\":\"\",\"era\":0,\"files\":\"other\"}",
                "{}",
                "{\"cut\":4,\"end\":5,\"prefix\":\"\"}",
                "{\"landed\":1,\"era\":0}",
                "{\"landed\":2,\"era\":0,\"clusterId\":\"c\",\"topicId\":\"t\"}",
                "{\"cut\":2,\"end\":5,\"prefix\":\"\"}",
                "{\"cut\":1,\"prefix\":\"\"}",
                "{\"cut\":2,\"end\":5,\"prefix\":\"\",\"layout\":\"a\",\"window\":\"hourly\",\"rules\":\"\"}",
                "{\"cut\":2,\"end\":5,\"prefix\":\"\",\"layout\":\"/\",\"window\":\"PT1H\",\"rules\":\"\"}"
            })
    void refusesMetadataThatIsNotACut(String metadata) {
        assertThatThrownBy(() -> CommitState.of(metadata))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected the metadata of a cut, got: " + metadata);
    }

    @Test
    void namesItsObjectsByHourAndRange() {
        Layout layout = Layout.byHour("lake/");
        ObjectKeys keys = new ObjectKeys("lake/", PARTITION, 0);
        long hour = 498_730; // 2026-11-23T10Z: 20780 days and 10 hours

        assertThat(keys.rows(layout.folder(PARTITION, hour, List.of()), new OffsetRange(5, 17)))
                .isEqualTo("lake/data/gps-data/date=2026-11-23/hour=10/gps-data-12-5-16.parquet");
        assertThat(keys.deadLetters(-1, new OffsetRange(0, 1)))
                .isEqualTo("lake/data/dead_letters/topic=gps-data/date=1969-12-31/hour=23/gps-data-12-0-0.parquet");
    }

    @ParameterizedTest
    @CsvSource({
        "lake/data/gps-data/date=2026-11-23/hour=10/gps-data-12-5-16.parquet, true",
        "gps-data-12-5-5.parquet, true",
        "gps-data-1-5-16.parquet, false",
        "gps-data-2-12-5-16.parquet, false",
        "gps-data-12-17-16.parquet, false",
        "gps-data-12-5-16.parquet.tmp, false",
        "gps-data-12-5-99999999999999999999.parquet, false"
    })
    void findsTheRangesOfItsOwnPartitionInNames(String key, boolean own) {
        assertThat(OffsetRange.of(PARTITION, 0, key).isPresent()).isEqualTo(own);
    }

    @Test
    void findsTheRangeInAName() {
        assertThat(OffsetRange.of(PARTITION, 0, "a/gps-data-12-5-16.parquet")).contains(new OffsetRange(5, 17));
    }

    @Test
    void namesOfErasDoNotCollide() {
        String first = new ObjectKeys("", PARTITION, 0).rows("", new OffsetRange(5, 17));
        String second = new ObjectKeys("", PARTITION, 2).rows("", new OffsetRange(5, 17));
        TopicPartition namedLikeAnEra = new TopicPartition("gps-data-12-e2", 0);

        assertThat(second).isEqualTo("gps-data-12-e2-5-16.parquet").isNotEqualTo(first);
        assertThat(OffsetRange.of(PARTITION, 2, second)).contains(new OffsetRange(5, 17));
        assertThat(OffsetRange.of(PARTITION, 0, second)).isEmpty();
        assertThat(OffsetRange.of(PARTITION, 2, first)).isEmpty();
        assertThat(OffsetRange.of(PARTITION, 2, new ObjectKeys("", namedLikeAnEra, 0).rows("", new OffsetRange(5, 17))))
                .isEmpty();
    }
}
