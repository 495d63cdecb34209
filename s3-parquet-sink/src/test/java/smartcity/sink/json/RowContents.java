package smartcity.sink.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import smartcity.sink.row.Row;
import smartcity.sink.schema.Column;

/// The contents of a row, in the form of [JacksonRows].
final class RowContents {
    private RowContents() {}

    static Map<String, Object> of(Row row, List<Column> columns) {
        return values(row, columns, 0);
    }

    private static Map<String, Object> values(Row row, List<Column> columns, int frame) {
        Map<String, Object> values = new HashMap<>();
        for (Column column : columns) {
            if (row.seen(frame + column.slot())) {
                values.put(column.name(), value(row, column, frame));
            }
        }
        return values;
    }

    private static Object value(Row row, Column column, int frame) {
        int slot = frame + column.slot();
        if (!row.has(slot)) {
            return Optional.empty();
        }
        int offset = row.offset(slot);
        return switch (column.type()) {
            case TEXT -> new String(row.bytes(slot), offset, row.length(slot), StandardCharsets.UTF_8);
            case JSON, ANY_JSON ->
                JacksonRows.plain(new String(row.bytes(slot), offset, row.length(slot), StandardCharsets.UTF_8));
            case UUID, BYTES -> HexFormat.of().formatHex(row.bytes(slot), offset, offset + row.length(slot));
            case INSTANT, DATE, TIME, INT32, INT64 -> row.longAt(slot);
            case DOUBLE -> row.doubleAt(slot);
            case BOOLEAN -> row.longAt(slot) == 1;
            case DECIMAL -> new BigDecimal(unscaled(row, column, slot), column.scale());
            case GROUP -> values(row, column.children(), frame);
            case LIST -> {
                List<Object> elements = new ArrayList<>();
                for (int next = row.firstFrame(slot); elements.size() < row.count(slot); next = row.next(next)) {
                    elements.add(value(row, column.children().getFirst(), next));
                }
                yield elements;
            }
            case MAP -> entries(row, column.children().getLast(), slot);
        };
    }

    private static Map<String, Object> entries(Row row, Column value, int slot) {
        Map<String, Object> entries = new LinkedHashMap<>();
        for (int next = row.firstFrame(slot); entries.size() < row.count(slot); next = row.next(next)) {
            String key = new String(row.bytes(next), row.offset(next), row.length(next), StandardCharsets.UTF_8);
            entries.put(key, value(row, value, next));
        }
        return entries;
    }

    private static BigInteger unscaled(Row row, Column column, int slot) {
        return column.precision() > 18
                ? new BigInteger(row.bytes(slot), row.offset(slot), row.length(slot))
                : BigInteger.valueOf(row.longAt(slot));
    }
}
