package smartcity.sink.json;

import java.nio.ByteBuffer;
import java.time.ZoneId;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import smartcity.sink.row.DateTimeText;
import smartcity.sink.row.Row;
import smartcity.sink.schema.ColumnType;

/// Reads values that are neither objects nor arrays into slots.
final class JsonScalars {
    private final JsonCursor cursor;
    private final JsonStrings text;
    private final JsonNumber number;
    private final Row row;
    private final @Nullable ZoneId zone;

    /// @param zone of date-times that have none; null when they are refused
    JsonScalars(JsonCursor cursor, JsonStrings text, JsonNumber number, Row row, @Nullable ZoneId zone) {
        this.cursor = cursor;
        this.text = text;
        this.number = number;
        this.row = row;
        this.zone = zone;
    }

    /// Reads a string in the form that the type requires.
    void string(ColumnType type, int slot) throws BrokenRecordException {
        cursor.mustBe(cursor.peek() == '"', "a string");
        int start = cursor.at;
        text.readQuoted();
        switch (type) {
            case UUID -> uuid(slot, start);
            case INSTANT -> form(slot, start, instant(), "a date-time of RFC 3339");
            case DATE ->
                form(slot, start, TextForms.date(text.bytes(), text.offset, text.length), "a date of RFC 3339");
            case TIME ->
                form(slot, start, TextForms.time(text.bytes(), text.offset, text.length), "a time of RFC 3339");
            case BYTES -> base64(slot, start);
            case TEXT -> text.put(slot);
            case INT32, INT64, DOUBLE, DECIMAL, BOOLEAN, JSON, ANY_JSON, GROUP, LIST, MAP ->
                throw new IllegalArgumentException("type must be read from a string but was " + type);
        }
    }

    private long instant() {
        long usual = TextForms.instant(text.bytes(), text.offset, text.length);
        return usual == TextForms.NONE ? DateTimeText.micros(text.bytes(), text.offset, text.length, zone) : usual;
    }

    private void uuid(int slot, int start) throws BrokenRecordException {
        int to = row.growScratch(16);
        if (!TextForms.uuid(text.bytes(), text.offset, text.length, row.scratch(), to)) {
            throw BrokenRecordException.field("must be a UUID but was " + cursor.excerpt(start));
        }
        row.putScratch(slot, to, 16);
    }

    private void form(int slot, int start, long value, String form) throws BrokenRecordException {
        if (value == TextForms.NONE) {
            throw BrokenRecordException.field("must be " + form + " but was " + cursor.excerpt(start));
        }
        row.putLong(slot, value);
    }

    private void base64(int slot, int start) throws BrokenRecordException {
        try {
            ByteBuffer decoded = Base64.getDecoder().decode(ByteBuffer.wrap(text.bytes(), text.offset, text.length));
            int length = decoded.remaining();
            int to = row.growScratch(length);
            decoded.get(row.scratch(), to, length);
            row.putScratch(slot, to, length);
        } catch (IllegalArgumentException e) {
            throw BrokenRecordException.field("must be base64 but was " + cursor.excerpt(start));
        }
    }

    /// Reads a number that must fit the type.
    void number(ColumnType type, int slot) throws BrokenRecordException {
        cursor.mustBe(JsonNumber.starts(cursor.peek()), type == ColumnType.DOUBLE ? "a number" : "an integer");
        int start = cursor.at;
        number.read();
        if (type == ColumnType.DOUBLE) {
            row.putLong(slot, Double.doubleToRawLongBits(number.doubleValue()));
            return;
        }
        long value = number.longValue();
        if (type == ColumnType.INT32 && value != (int) value) {
            throw BrokenRecordException.field("must be an integer of 32 bits but was " + cursor.excerpt(start));
        }
        row.putLong(slot, value);
    }

    /// Reads true or false.
    void bool(int slot) throws BrokenRecordException {
        int next = cursor.peek();
        cursor.mustBe(next == 't' || next == 'f', "true or false");
        cursor.literal(next == 't' ? "true" : "false");
        row.putLong(slot, next == 't' ? 1 : 0);
    }
}
