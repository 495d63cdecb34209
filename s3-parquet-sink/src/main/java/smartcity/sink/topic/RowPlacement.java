package smartcity.sink.topic;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import smartcity.sink.cut.FieldValue;
import smartcity.sink.cut.Layout;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.row.Row;
import smartcity.sink.schema.Column;
import smartcity.sink.schema.ColumnType;
import smartcity.sink.schema.RecordSchema;

/// Where the rows of a schema go in a layout.
public final class RowPlacement {
    /// The types of which each value has one short text.
    private static final Set<ColumnType> NAMEABLE =
            Set.of(ColumnType.TEXT, ColumnType.UUID, ColumnType.INT32, ColumnType.INT64, ColumnType.BOOLEAN);

    private static final OffsetRange WIDEST = new OffsetRange(0, Long.MAX_VALUE);

    private final RecordSchema schema;
    private final Layout layout;
    private final RecordSchema stored;
    private final List<Column> fields = new ArrayList<>();

    /// @throws IllegalArgumentException when the layout does not fit the schema
    public RowPlacement(RecordSchema schema, Layout layout) {
        this.schema = schema;
        this.layout = layout;
        layout.template().fields().forEach(name -> fields.add(field(name, schema)));
        List<Column> others = schema.columns().stream()
                .filter(column -> !fields.contains(column))
                .toList();
        for (Column column : others) {
            String name = column.name().toLowerCase(Locale.ROOT);
            if (layout.template().keys().stream()
                    .anyMatch(key -> key.toLowerCase(Locale.ROOT).equals(name))) {
                throw new IllegalArgumentException("layout must not use the column " + column.name()
                        + " as the key of something else but was " + layout.template());
            }
        }
        this.stored = fields.isEmpty() ? schema : schema.with(others);
    }

    private Column field(String name, RecordSchema schema) {
        return schema.columns().stream()
                .filter(column -> column.name().equals(name))
                .filter(column -> NAMEABLE.contains(column.type()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("layout must take {field:" + name
                        + "} from a text, uuid, integer or boolean of " + schema.id() + " but was "
                        + layout.template()));
    }

    RecordSchema schema() {
        return schema;
    }

    public Layout layout() {
        return layout;
    }

    /// The columns that files have: those whose values are in the names of folders are left out.
    public RecordSchema stored() {
        return stored;
    }

    /// The number of the row's window.
    public long window(Row row) {
        return layout.windowOf(row.eventMicros());
    }

    /// The row's values of the layout's fields, as folders name them.
    public List<String> values(Row row) {
        return fields.isEmpty()
                ? List.of()
                : fields.stream().map(field -> value(field, row)).toList();
    }

    private static String value(Column field, Row row) {
        return row.has(field.slot()) ? FieldValue.escaped(text(field, row)) : FieldValue.NONE;
    }

    /// Why the row has no folder; empty when it has one.
    public Optional<String> refusal(Row row) {
        for (Column field : fields) {
            int bytes = bytes(value(field, row));
            if (bytes > FieldValue.LONGEST) {
                return Optional.of(field.name() + " must be at most " + FieldValue.LONGEST
                        + " bytes as the name of a folder but was " + bytes);
            }
        }
        return Optional.empty();
    }

    private static String text(Column field, Row row) {
        int slot = field.slot();
        return switch (field.type()) {
            case TEXT -> new String(row.bytes(slot), row.offset(slot), row.length(slot), StandardCharsets.UTF_8);
            case UUID -> {
                ByteBuffer bits = ByteBuffer.wrap(row.bytes(slot), row.offset(slot), row.length(slot));
                yield new UUID(bits.getLong(), bits.getLong()).toString();
            }
            case BOOLEAN -> Boolean.toString(row.longAt(slot) != 0);
            case INT32, INT64 -> Long.toString(row.longAt(slot));
            default -> throw new IllegalStateException("Failed to name a folder by " + field);
        };
    }

    /// The longest key an object of the partition may get [bytes of UTF-8].
    int longestKey(TopicPartition partition) {
        String folder = layout.folder(partition, 0, Collections.nCopies(fields.size(), ""));
        String key = layout.keys(partition).rows(folder, WIDEST);
        return bytes(key) + fields.size() * FieldValue.LONGEST;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
