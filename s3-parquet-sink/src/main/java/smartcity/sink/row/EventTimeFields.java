package smartcity.sink.row;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import smartcity.sink.schema.Column;
import smartcity.sink.schema.ColumnType;
import smartcity.sink.schema.EpochUnit;
import smartcity.sink.schema.EventTime;
import smartcity.sink.schema.EventTime.Field;

/// Finds the event time of a row in the first of several fields that has a value.
final class EventTimeFields {
    /// Longest number that is read from text [bytes; chosen].
    private static final int LONGEST_NUMBER = 64;

    private final Row row;
    private final EventTime.OfFields fields;

    EventTimeFields(Row row, EventTime.OfFields fields) {
        this.row = row;
        this.fields = fields;
    }

    /// Puts the event time into the row, or says why there is none.
    ConversionResult put(long kafkaMillis) {
        for (Field field : fields.fields()) {
            if (row.has(field.column().slot())) {
                long micros = micros(field);
                row.putEventMicros(micros);
                return micros == DateTimeText.NONE && isText(field.column())
                        ? refused(field)
                        : ConversionResult.ACCEPTED;
            }
        }
        if (!fields.kafkaLast()) {
            return new ConversionResult.Refused("event time must be in "
                    + String.join(
                            " or ", fields.fields().stream().map(Field::path).toList()));
        }
        row.putEventMicros(EpochUnit.MILLIS.toMicros(kafkaMillis));
        return ConversionResult.ACCEPTED;
    }

    private static boolean isText(Column column) {
        return column.type() == ColumnType.TEXT || column.type() == ColumnType.ANY_JSON;
    }

    private ConversionResult refused(Field field) {
        int slot = field.column().slot();
        String rule = field.unit() != null
                ? "a number of " + field.unit().name().toLowerCase(Locale.ROOT) + " since 1970"
                : fields.zone() == null ? "a date-time with a zone, as sink.time-zone is not set," : "a date-time";
        return new ConversionResult.Refused(field.path() + " must be " + rule + " but was "
                + ShownText.of(row.bytes(slot), row.offset(slot), row.length(slot)));
    }

    private long micros(Field field) {
        Column column = field.column();
        int slot = column.slot();
        EpochUnit unit = field.unit();
        return switch (column.type()) {
            case INSTANT -> row.longAt(slot);
            case INT32, INT64 -> unit == null ? DateTimeText.NONE : unit.toMicros(row.longAt(slot));
            case DOUBLE -> unit == null ? DateTimeText.NONE : unit.toMicros(BigDecimal.valueOf(row.doubleAt(slot)));
            case DECIMAL -> unit == null ? DateTimeText.NONE : unit.toMicros(decimal(column));
            case TEXT, ANY_JSON -> ofText(slot, field);
            default -> throw new IllegalStateException("Failed to read an event time from " + column);
        };
    }

    private BigDecimal decimal(Column column) {
        int slot = column.slot();
        BigInteger unscaled = column.precision() > Column.LONG_PRECISION
                ? new BigInteger(row.bytes(slot), row.offset(slot), row.length(slot))
                : BigInteger.valueOf(row.longAt(slot));
        return new BigDecimal(unscaled, column.scale());
    }

    /// A JSON column has its text in quotes.
    private long ofText(int slot, Field field) {
        byte[] bytes = row.bytes(slot);
        int offset = row.offset(slot);
        int length = row.length(slot);
        if (length > 2 && bytes[offset] == '"' && bytes[offset + length - 1] == '"') {
            offset++;
            length -= 2;
        }
        EpochUnit unit = field.unit();
        return unit == null
                ? DateTimeText.micros(bytes, offset, length, fields.zone())
                : number(bytes, offset, length, unit);
    }

    private static long number(byte[] bytes, int offset, int length, EpochUnit unit) {
        if (length > LONGEST_NUMBER) {
            return DateTimeText.NONE;
        }
        try {
            return unit.toMicros(new BigDecimal(new String(bytes, offset, length, StandardCharsets.US_ASCII)));
        } catch (NumberFormatException e) {
            return DateTimeText.NONE;
        }
    }
}
