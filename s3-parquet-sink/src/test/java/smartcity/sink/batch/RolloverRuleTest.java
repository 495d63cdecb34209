package smartcity.sink.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import smartcity.sink.cut.Layout;
import smartcity.sink.file.DeadLetter;
import smartcity.sink.file.TestOrigins;
import smartcity.sink.jsonschema.JsonSchemaReader;
import smartcity.sink.parquet.ParquetFiles;
import smartcity.sink.row.Row;
import smartcity.sink.schema.RecordSchema;
import smartcity.sink.store.NewObject;
import smartcity.sink.topic.RowPlacement;

class RolloverRuleTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final long HOUR_MICROS = 3_600_000_000L;
    private static final RolloverRule ROLLOVER = new RolloverRule(3, 1 << 20, Duration.ofSeconds(60), 4);

    private final ParquetFiles files = new ParquetFiles();
    private final RecordSchema schema =
            JsonSchemaReader.read("test", new ByteArrayInputStream("""
                    {"$id": "urn:test:1", "type": "object", "required": ["timestamp"],
                     "properties": {"timestamp": {"type": "string", "format": "date-time"}}}""".getBytes(StandardCharsets.UTF_8)));
    private final Row row = new Row(schema.slots());
    private final PartitionBatch batch = new PartitionBatch(
            files,
            new RowPlacement(schema, Layout.byHour("")),
            TestOrigins.of(new TopicPartition("t", 1)),
            10,
            FileLimit.upTo(ROLLOVER.maxWindows()));

    @AfterEach
    void free() {
        files.close();
    }

    private boolean add(long eventMicros, long offset, Instant now) {
        row.reset(new byte[0]);
        row.putLong(0, eventMicros);
        row.putEventTime(schema.eventTime(), 0);
        return batch.add(row, offset, 0, now);
    }

    @Test
    void neverCutsAnEmptyBatch() {
        assertThat(ROLLOVER.due(batch, Instant.MAX)).isEmpty();
    }

    @Test
    void countsTheAgeFromTheFirstRecord() {
        add(0, 10, NOON);
        add(0, 11, NOON.plusSeconds(59));

        assertThat(ROLLOVER.due(batch, NOON.plusMillis(59_999))).isEmpty();
        assertThat(ROLLOVER.due(batch, NOON.plusSeconds(60))).contains(CutCause.AGE);
    }

    @Test
    void countsRecordsAndBytes() {
        add(0, 10, NOON);
        add(0, 11, NOON);
        assertThat(ROLLOVER.due(batch, NOON)).isEmpty();

        add(0, 12, NOON);

        assertThat(ROLLOVER.due(batch, NOON)).contains(CutCause.RECORDS);
    }

    @Test
    void countsTheBytesOfTheLargestObject() {
        batch.add(new DeadLetter("t", 1, 10, 0, null, ByteBuffer.allocate(20_000), "why", 0), NOON);
        batch.add(new DeadLetter("t", 1, 11, 3_600_000, null, ByteBuffer.allocate(5_000), "why", 0), NOON);

        assertThat(batch.heldBytes()).isGreaterThan(25_000);
        assertThat(batch.largestBytes()).isBetween(20_000L, 24_999L);
        assertThat(new RolloverRule(9, 20_000, Duration.ofSeconds(60), 4).due(batch, NOON))
                .contains(CutCause.BYTES);
        assertThat(new RolloverRule(9, 25_000, Duration.ofSeconds(60), 4).due(batch, NOON))
                .isEmpty();
    }

    @Test
    void isDueWhenARecordNeedsOneFileTooMany() {
        add(0, 10, NOON);
        add(HOUR_MICROS, 11, NOON);
        batch.add(new DeadLetter("t", 1, 12, 0, null, null, "why", 0), NOON);
        batch.add(new DeadLetter("t", 1, 13, 3_600_000, null, null, "why", 0), NOON);

        boolean known = add(HOUR_MICROS + 1, 14, NOON);
        boolean notDue = new RolloverRule(9, 9_999_999, Duration.ofSeconds(60), 4)
                .due(batch, NOON)
                .isEmpty();
        boolean fifth = add(2 * HOUR_MICROS, 15, NOON);
        boolean fifthLetter = batch.add(new DeadLetter("t", 1, 15, 7_200_000, null, null, "why", 0), NOON);

        assertThat(List.of(known, notDue, fifth, fifthLetter)).containsExactly(true, true, false, false);
        assertThat(batch.records()).isEqualTo(5);
        assertThat(ROLLOVER.due(batch, NOON)).contains(CutCause.WINDOWS);
    }

    @Test
    void makesOneObjectOfEachHourOfEventTime() {
        add(HOUR_MICROS - 1, 10, NOON);
        add(HOUR_MICROS, 11, NOON);
        add(-1, 12, NOON);
        add(0, 13, NOON);
        batch.add(new DeadLetter("t", 1, 14, 7_200_000, null, null, "why", 0), NOON);

        List<NewObject> objects = batch.close(20);

        assertThat(objects)
                .extracting(object -> object.key() + " " + object.records())
                .containsExactly(
                        "data/t/date=1969-12-31/hour=23/t-1-10-19.parquet 1",
                        "data/t/date=1970-01-01/hour=00/t-1-10-19.parquet 2",
                        "data/t/date=1970-01-01/hour=01/t-1-10-19.parquet 1",
                        "data/dead_letters/topic=t/date=1970-01-01/hour=02/t-1-10-19.parquet 1");
    }

    @Test
    void refusesLimitsThatNoBatchCanMeet() {
        assertThatThrownBy(() -> new RolloverRule(0, 1, Duration.ofSeconds(1), 1))
                .hasMessage("maxRecords must be at least 1 but was 0");
        assertThatThrownBy(() -> new RolloverRule(1, 1, Duration.ZERO, 1))
                .hasMessage("maxAge must be positive but was PT0S");
    }
}
