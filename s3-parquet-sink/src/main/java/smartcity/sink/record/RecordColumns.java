package smartcity.sink.record;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import smartcity.sink.row.ConversionResult;
import smartcity.sink.row.Row;
import smartcity.sink.schema.AddedColumns;
import smartcity.sink.schema.Column;
import smartcity.sink.schema.ColumnType;
import smartcity.sink.schema.RecordSchema;

/// The columns of one topic: those of its values, and those that the rules add behind them. Immutable.
public final class RecordColumns {
    /// The slot of a column that the rules leave out. A primitive, as it is compared for each record.
    private static final int NONE = -1;

    /// Bytes of a key quoted in a reason [chosen, not measured].
    private static final int EXCERPT_BYTES = 32;

    private final RecordSchema schema;
    private final RecordRules rules;
    private final int keySlot;
    private final int headersSlot;
    private final int tombstoneSlot;

    /// @param values the columns of values
    public RecordColumns(RecordSchema values, RecordRules rules) {
        this.rules = rules;
        boolean keepsTombstones = rules.tombstones() == Tombstones.KEEP;
        List<Column> added = new ArrayList<>();
        int next = values.slots();
        keySlot = rules.key() == KeyColumn.NONE ? NONE : next++;
        headersSlot = rules.headers() ? next++ : NONE;
        tombstoneSlot = keepsTombstones ? next : NONE;
        if (keySlot != NONE) {
            ColumnType type = rules.key() == KeyColumn.TEXT ? ColumnType.TEXT : ColumnType.BYTES;
            added.add(Column.scalar(AddedColumns.KEY, type, false, true, keySlot));
        }
        if (headersSlot != NONE) {
            added.add(headers(headersSlot));
        }
        if (tombstoneSlot != NONE) {
            added.add(Column.scalar(AddedColumns.TOMBSTONE, ColumnType.BOOLEAN, true, false, tombstoneSlot));
        }
        schema = (keepsTombstones ? values.allOptional() : values).and(added);
    }

    private static Column headers(int slot) {
        Column key = Column.scalar("key", ColumnType.TEXT, true, false, 1);
        Column value = Column.scalar("value", ColumnType.BYTES, false, true, 2);
        Column header = Column.nested("element", ColumnType.GROUP, true, false, 0, List.of(key, value));
        return Column.nested(AddedColumns.HEADERS, ColumnType.LIST, true, false, slot, List.of(header));
    }

    /// All columns but those that every file has.
    public RecordSchema schema() {
        return schema;
    }

    /// What becomes of records without a value.
    public Tombstones tombstones() {
        return rules.tombstones();
    }

    /// Fills the added columns of a row from its record.
    ///
    /// @param row that holds the record's value, if it has one
    public ConversionResult fill(ConsumerRecord<ByteBuffer, ByteBuffer> record, Row row) {
        if (tombstoneSlot != NONE) {
            row.putLong(tombstoneSlot, record.value() == null ? 1 : 0);
        }
        if (headersSlot != NONE) {
            fillHeaders(record.headers(), row);
        }
        ByteBuffer key = record.key();
        if (keySlot == NONE || key == null) {
            return ConversionResult.ACCEPTED;
        }
        byte[] bytes = new byte[key.remaining()];
        key.get(key.position(), bytes);
        if (rules.key() == KeyColumn.TEXT && !isUtf8(bytes)) {
            return new ConversionResult.Refused("key must be UTF-8 but was 0x"
                    + HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, EXCERPT_BYTES)));
        }
        row.putCopy(keySlot, bytes, 0, bytes.length);
        return ConversionResult.ACCEPTED;
    }

    private static boolean isUtf8(byte[] bytes) {
        for (byte next : bytes) {
            if (next < 0) {
                return decodes(bytes);
            }
        }
        return true;
    }

    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private void fillHeaders(Iterable<Header> headers, Row row) {
        int first = 0;
        int last = 0;
        int count = 0;
        for (Header header : headers) {
            int frame = row.newFrame(3);
            if (count++ == 0) {
                first = frame;
            } else {
                row.chain(last, frame);
            }
            last = frame;
            row.putLong(frame, 1);
            byte[] key = header.key().getBytes(StandardCharsets.UTF_8);
            row.putCopy(frame + 1, key, 0, key.length);
            byte[] value = header.value();
            if (value != null) {
                row.putCopy(frame + 2, value, 0, value.length);
            }
        }
        row.putList(headersSlot, first, count);
    }
}
