package smartcity.sink.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smartcity.sink.row.ConversionResult;
import smartcity.sink.row.Row;
import smartcity.sink.schema.Column;
import smartcity.sink.schema.ColumnType;
import smartcity.sink.schema.EventTime;
import smartcity.sink.schema.RecordSchema;

class RecordColumnsTest {
    private static final RecordSchema VALUES = new RecordSchema(
            "urn:test", List.of(Column.scalar("n", ColumnType.INT64, true, false, 0)), EventTime.OF_KAFKA);

    private static ConsumerRecord<ByteBuffer, ByteBuffer> record(byte[] key, Headers headers, boolean tombstone) {
        ByteBuffer value = tombstone ? null : ByteBuffer.allocate(1);
        return new ConsumerRecord<>(
                "t", 0, 1, 2, TimestampType.CREATE_TIME, 0, 0, ByteBuffer.wrap(key), value, headers, Optional.empty());
    }

    private static ConsumerRecord<ByteBuffer, ByteBuffer> keyed(String hex) {
        return record(HexFormat.of().parseHex(hex), new RecordHeaders(), false);
    }

    private static String hex(Row row, int slot) {
        int offset = row.offset(slot);
        return HexFormat.of().formatHex(row.bytes(slot), offset, offset + row.length(slot));
    }

    private static Row rowOf(RecordColumns columns) {
        Row row = new Row(columns.schema().slots());
        row.reset(new byte[0]);
        return row;
    }

    @Test
    void addsNothingByDefault() {
        RecordColumns columns = new RecordColumns(VALUES, RecordRules.NONE);

        assertThat(columns.schema()).isEqualTo(VALUES);
        assertThat(columns.fill(keyed("ff"), rowOf(columns))).isEqualTo(ConversionResult.ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource({"TEXT, 6b", "TEXT, c3a9", "TEXT, ''", "BYTES, ff00"})
    void keepsTheKey(KeyColumn kind, String key) {
        RecordColumns columns = new RecordColumns(VALUES, new RecordRules(kind, false, Tombstones.DEAD_LETTER));
        Row row = rowOf(columns);

        ConversionResult verdict = columns.fill(keyed(key), row);

        assertThat(verdict).isEqualTo(ConversionResult.ACCEPTED);
        Column column = columns.schema().column("kafka_key");
        assertThat(column.type()).isEqualTo(kind == KeyColumn.TEXT ? ColumnType.TEXT : ColumnType.BYTES);
        assertThat(column.optional()).isTrue();
        assertThat(hex(row, column.slot())).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({"ff, 0xff", "c3, 0xc3", "61eda080, 0x61eda080"})
    void refusesAKeyThatIsNotUtf8(String key, String shown) {
        RecordColumns columns =
                new RecordColumns(VALUES, new RecordRules(KeyColumn.TEXT, false, Tombstones.DEAD_LETTER));

        ConversionResult verdict = columns.fill(keyed(key), rowOf(columns));

        assertThat(verdict).isEqualTo(new ConversionResult.Refused("key must be UTF-8 but was " + shown));
    }

    @Test
    void keepsHeadersInOrderEvenRepeatedOnes() {
        RecordColumns columns =
                new RecordColumns(VALUES, new RecordRules(KeyColumn.NONE, true, Tombstones.DEAD_LETTER));
        Headers headers =
                new RecordHeaders().add("b", new byte[] {1}).add("ä", null).add("b", new byte[] {2, 3});
        Row row = rowOf(columns);

        columns.fill(record(new byte[0], headers, false), row);

        int slot = columns.schema().column("kafka_headers").slot();
        List<String> found = new ArrayList<>();
        int frame = row.firstFrame(slot);
        for (int i = 0; i < row.count(slot); i++) {
            frame = i == 0 ? frame : row.next(frame);
            String key = new String(
                    row.bytes(frame + 1), row.offset(frame + 1), row.length(frame + 1), StandardCharsets.UTF_8);
            found.add(key + "=" + (row.has(frame + 2) ? hex(row, frame + 2) : "null"));
        }
        assertThat(found).containsExactly("b=01", "ä=null", "b=0203");
    }

    @Test
    void marksTombstonesWhereTheyAreKept() {
        RecordColumns columns = new RecordColumns(VALUES, new RecordRules(KeyColumn.BYTES, true, Tombstones.KEEP));
        int slot = columns.schema().column("kafka_tombstone").slot();
        Row row = rowOf(columns);

        columns.fill(record(new byte[0], new RecordHeaders(), true), row);
        long tombstone = row.longAt(slot);
        columns.fill(record(new byte[0], new RecordHeaders(), false), row);

        assertThat(tombstone).isEqualTo(1);
        assertThat(row.longAt(slot)).isZero();
        assertThat(columns.schema().column("n").optional()).isTrue();
        assertThat(columns.schema().columns()).extracting(Column::slot).containsExactly(0, 1, 2, 3);
    }
}
