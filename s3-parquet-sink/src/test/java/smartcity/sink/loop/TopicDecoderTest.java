package smartcity.sink.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smartcity.sink.batch.FileLimit;
import smartcity.sink.batch.PartitionBatch;
import smartcity.sink.cut.Layout;
import smartcity.sink.file.TestOrigins;
import smartcity.sink.json.JsonFormat;
import smartcity.sink.json.UnknownFields;
import smartcity.sink.jsonschema.JsonSchemaReader;
import smartcity.sink.parquet.ParquetFiles;
import smartcity.sink.record.KeyColumn;
import smartcity.sink.record.RecordColumns;
import smartcity.sink.record.RecordRules;
import smartcity.sink.record.Tombstones;
import smartcity.sink.store.NewObject;
import smartcity.sink.topic.LandedTopic;
import smartcity.sink.topic.TimeRange;

class TopicDecoderTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final TimeRange TIMES = new TimeRange(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));
    private static final String SCHEMA = """
            {"type": "object", "required": ["timestamp", "n"], "properties": {
             "timestamp": {"type": "string", "format": "date-time"}, "n": {"type": "integer"}}}""";
    private static final String GOOD = "{\"timestamp\":\"2026-11-23T10:30:00Z\",\"n\":7}";

    private final ParquetFiles files = new ParquetFiles();

    @AfterEach
    void free() {
        files.close();
    }

    private static LandedTopic topic(RecordColumns columns) {
        return new LandedTopic("t", columns.schema(), Layout.byHour(""), TIMES);
    }

    private PartitionBatch taken(RecordRules rules, List<ConsumerRecord<ByteBuffer, ByteBuffer>> records) {
        JsonFormat format = new JsonFormat(
                JsonSchemaReader.read("test", new ByteArrayInputStream(SCHEMA.getBytes(StandardCharsets.UTF_8))),
                UnknownFields.IGNORE);
        RecordColumns columns = new RecordColumns(format.schema(), rules);
        TopicDecoder decoder = new TopicDecoder(topic(columns), columns, format);
        PartitionBatch batch = new PartitionBatch(
                files, topic(columns).placement(), TestOrigins.of(new TopicPartition("t", 0)), 0, FileLimit.upTo(9));
        records.forEach(record -> assertThat(decoder.take(record, batch, NOON)).isTrue());
        return batch;
    }

    private static ConsumerRecord<ByteBuffer, ByteBuffer> record(long offset, byte[] key, @Nullable String value) {
        return record(offset, Instant.parse("2026-11-23T11:00:00Z").toEpochMilli(), key, value);
    }

    private static ConsumerRecord<ByteBuffer, ByteBuffer> record(
            long offset, long kafkaTime, byte[] key, @Nullable String value) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("trace", new byte[] {1});
        return new ConsumerRecord<>(
                "t",
                0,
                offset,
                kafkaTime,
                TimestampType.CREATE_TIME,
                0,
                0,
                ByteBuffer.wrap(key),
                value == null ? null : ByteBuffer.wrap(value.getBytes(StandardCharsets.UTF_8)),
                headers,
                Optional.empty());
    }

    private static RowReader rows(ParquetFileReader reader) {
        RowReader rows = reader.rowReader();
        rows.next();
        return rows;
    }

    private static ParquetFileReader reader(NewObject object) throws IOException {
        return ParquetFileReader.open(
                InputFile.of(ByteBuffer.wrap(object.content().stream().readAllBytes())));
    }

    @Test
    void makesATombstoneADeadLetterByDefault() {
        PartitionBatch batch = taken(RecordRules.NONE, List.of(record(3, new byte[] {'k'}, null)));

        assertThat(batch.records()).isEqualTo(1);
        assertThat(batch.deadLetters()).isEqualTo(1);
        assertThat(batch.close(4))
                .singleElement()
                .satisfies(object -> assertThat(object.key()).contains("dead_letters"));
    }

    @Test
    void countsIgnoredTombstonesSoThatTheyAreCutAndNotReadAgain() {
        RecordRules ignoring = new RecordRules(KeyColumn.NONE, false, Tombstones.IGNORE);

        PartitionBatch batch = taken(ignoring, List.of(record(3, new byte[0], null), record(4, new byte[0], null)));

        assertThat(batch.records()).isEqualTo(2);
        assertThat(batch.ignored()).isEqualTo(2);
        assertThat(batch.openedAt()).isEqualTo(NOON);
        assertThat(batch.close(5)).isEmpty();
    }

    @Test
    void keepsTombstonesAsRowsOfTheTimeKafkaHasOfThem() throws IOException {
        RecordRules keeping = new RecordRules(KeyColumn.TEXT, true, Tombstones.KEEP);

        PartitionBatch batch =
                taken(keeping, List.of(record(3, new byte[] {'a'}, GOOD), record(4, new byte[] {'b'}, null)));
        List<NewObject> objects = batch.close(5);

        assertThat(objects).hasSize(2);
        assertThat(objects.getFirst().key()).contains("hour=10");
        assertThat(objects.getLast().key()).contains("hour=11");
        try (ParquetFileReader good = reader(objects.getFirst());
                ParquetFileReader gone = reader(objects.getLast());
                RowReader row = rows(good);
                RowReader tombstone = rows(gone)) {
            assertThat(row.getLong("n")).isEqualTo(7);
            assertThat(row.getBoolean("kafka_tombstone")).isFalse();
            assertThat(row.getString("kafka_key")).isEqualTo("a");
            assertThat(tombstone.isNull("n")).isTrue();
            assertThat(tombstone.isNull("timestamp")).isTrue();
            assertThat(tombstone.getBoolean("kafka_tombstone")).isTrue();
            assertThat(tombstone.getString("kafka_key")).isEqualTo("b");
            assertThat(tombstone.getLong("kafka_offset")).isEqualTo(4);
            assertThat(tombstone.getList("kafka_headers").structs())
                    .singleElement()
                    .satisfies(header -> assertThat(header.getString("key")).isEqualTo("trace"));
        }
    }

    @Test
    void makesARecordWhoseKeyIsNoTextADeadLetter() {
        RecordRules text = new RecordRules(KeyColumn.TEXT, false, Tombstones.DEAD_LETTER);

        PartitionBatch batch = taken(text, List.of(record(3, new byte[] {(byte) 0xff}, GOOD)));

        assertThat(batch.deadLetters()).isEqualTo(1);
        assertThat(batch.lastReason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("key"));
    }

    /// Nanoseconds, and the largest number: neither is a time in milliseconds.
    @ParameterizedTest
    @ValueSource(longs = {1_780_000_000_000_000_000L, Long.MAX_VALUE})
    void keepsATimestampThatNoColumnHolds(long timestamp) throws IOException {
        PartitionBatch batch = taken(
                RecordRules.NONE,
                List.of(record(3, timestamp, new byte[0], GOOD), record(4, timestamp, new byte[0], "{")));

        NewObject letters = batch.close(5).getFirst();

        assertThat(batch.deadLetters()).isEqualTo(2);
        assertThat(letters.key()).startsWith("data/dead_letters/topic=t/date=1970-01-01/hour=00/");
        try (ParquetFileReader reader = reader(letters);
                RowReader row = rows(reader)) {
            assertThat(row.isNull("kafka_timestamp")).isTrue();
            assertThat(row.getString("reason"))
                    .isEqualTo("Kafka's timestamp must be milliseconds that fit 64 bits as microseconds but was "
                            + timestamp);
            row.next();
            assertThat(row.getString("reason")).endsWith(" but was " + timestamp);
        }
    }

    /// Microseconds: as milliseconds they are a time in a distant year, of which the column holds every digit.
    @Test
    void keepsATimestampOfADistantYear() throws IOException {
        long timestamp = 1_780_000_000_000_000L;
        PartitionBatch batch = taken(
                RecordRules.NONE,
                List.of(record(3, timestamp, new byte[0], GOOD), record(4, timestamp, new byte[0], "{")));

        List<NewObject> objects = batch.close(5);

        assertThat(objects)
                .extracting(NewObject::key)
                .containsExactly(
                        "data/t/date=2026-11-23/hour=10/t-0-0-4.parquet",
                        "data/dead_letters/topic=t/date=1970-01-01/hour=00/t-0-0-4.parquet");
        try (ParquetFileReader reader = reader(objects.getFirst());
                RowReader row = rows(reader)) {
            assertThat(row.getTimestamp("kafka_timestamp")).isEqualTo(Instant.ofEpochMilli(timestamp));
        }
    }
}
