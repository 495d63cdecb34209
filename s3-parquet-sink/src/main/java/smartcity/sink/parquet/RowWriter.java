package smartcity.sink.parquet;

import java.util.List;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import smartcity.sink.row.Row;
import smartcity.sink.schema.Column;
import smartcity.sink.schema.RecordSchema;

/// Writes rows of one schema, field by field, straight from their slots.
final class RowWriter {
    /// How the repeated level of a list and its element are named. Source: Parquet format, LogicalTypes, Lists.
    private static final String REPEATED = "list";

    private static final String ELEMENT = "element";

    private final List<Column> columns;
    private final int partition;

    /// Where the row comes from; set before each row.
    long offset;

    /// When Kafka has it from [ms since 1970]; negative when it does not know.
    long timestampMillis;

    RowWriter(RecordSchema schema, int partition) {
        this.columns = schema.columns();
        this.partition = partition;
    }

    void write(Row row, RecordConsumer to) {
        fields(columns, row, 0, to);
        int index = columns.size();
        to.startField(ColumnTypes.PARTITION, index);
        to.addInteger(partition);
        to.endField(ColumnTypes.PARTITION, index++);
        to.startField(ColumnTypes.OFFSET, index);
        to.addLong(offset);
        to.endField(ColumnTypes.OFFSET, index++);
        kafkaTimestamp(timestampMillis, index, to);
    }

    static void kafkaTimestamp(long millis, int index, RecordConsumer to) {
        if (millis >= 0) {
            to.startField(ColumnTypes.TIMESTAMP, index);
            to.addLong(millis * 1000);
            to.endField(ColumnTypes.TIMESTAMP, index);
        }
    }

    private void fields(List<Column> members, Row row, int frame, RecordConsumer to) {
        for (int i = 0; i < members.size(); i++) {
            Column column = members.get(i);
            if (row.has(frame + column.slot())) {
                to.startField(column.name(), i);
                value(column, row, frame, to);
                to.endField(column.name(), i);
            }
        }
    }

    private void value(Column column, Row row, int frame, RecordConsumer to) {
        int slot = frame + column.slot();
        switch (column.type()) {
            case TEXT, BYTES, UUID ->
                to.addBinary(Binary.fromReusedByteArray(row.bytes(slot), row.offset(slot), row.length(slot)));
            case INSTANT, INT64 -> to.addLong(row.longAt(slot));
            case INT32 -> to.addInteger((int) row.longAt(slot));
            case DOUBLE -> to.addDouble(row.doubleAt(slot));
            case BOOLEAN -> to.addBoolean(row.longAt(slot) != 0);
            case GROUP -> {
                to.startGroup();
                fields(column.children(), row, frame, to);
                to.endGroup();
            }
            case LIST -> list(column.children().getFirst(), row, slot, to);
        }
    }

    private void list(Column element, Row row, int slot, RecordConsumer to) {
        int count = row.count(slot);
        to.startGroup();
        if (count > 0) {
            to.startField(REPEATED, 0);
            int frame = row.firstFrame(slot);
            for (int i = 0; i < count; i++) {
                to.startGroup();
                if (row.has(frame + element.slot())) {
                    to.startField(ELEMENT, 0);
                    value(element, row, frame, to);
                    to.endField(ELEMENT, 0);
                }
                to.endGroup();
                if (i + 1 < count) {
                    frame = row.next(frame);
                }
            }
            to.endField(REPEATED, 0);
        }
        to.endGroup();
    }
}
