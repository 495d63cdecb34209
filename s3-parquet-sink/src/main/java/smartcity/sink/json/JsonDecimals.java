package smartcity.sink.json;

import java.math.BigInteger;
import java.util.Arrays;
import smartcity.sink.row.Row;
import smartcity.sink.schema.Column;

/// Reads decimals of fixed precision and scale, written as numbers or as strings that hold one; never rounds.
final class JsonDecimals {
    private final JsonCursor cursor;
    private final JsonStrings text;
    private final JsonNumber number;
    private final Row row;
    private final JsonCursor within = new JsonCursor();
    private final JsonNumber quoted = new JsonNumber(within);

    JsonDecimals(JsonCursor cursor, JsonStrings text, JsonNumber number, Row row) {
        this.cursor = cursor;
        this.text = text;
        this.number = number;
        this.row = row;
    }

    /// Reads the next value into the slot.
    void read(Column column, int slot) throws BrokenRecordException {
        int next = cursor.peek();
        int start = cursor.at;
        cursor.mustBe(next == '"' || JsonNumber.starts(next), "a decimal number");
        JsonNumber found = next == '"' ? quoted(start) : plain();
        boolean exact = column.precision() <= Column.LONG_PRECISION
                ? putLong(found, column, slot)
                : putBytes(found, column, slot);
        if (!exact) {
            throw BrokenRecordException.field("must fit DECIMAL(" + column.precision() + ", " + column.scale()
                    + ") without rounding but was " + cursor.excerpt(start));
        }
    }

    private JsonNumber plain() throws BrokenRecordException {
        number.read();
        return number;
    }

    private JsonNumber quoted(int start) throws BrokenRecordException {
        text.read();
        within.reset(text.bytes(), text.offset, text.length);
        try {
            if (text.length > 0 && JsonNumber.starts(within.bytes[within.at])) {
                quoted.read();
                if (quoted.isAll()) {
                    return quoted;
                }
            }
        } catch (BrokenRecordException e) {
            // The string is not a number, but the value is valid JSON.
        }
        throw BrokenRecordException.field("must be a decimal number but was " + cursor.excerpt(start));
    }

    private boolean putLong(JsonNumber found, Column column, int slot) {
        long unscaled = found.unscaled(column.precision(), column.scale());
        if (unscaled == JsonNumber.NONE) {
            BigInteger big = found.unscaledBig(column.precision(), column.scale());
            if (big == null) {
                return false;
            }
            unscaled = big.longValueExact();
        }
        row.putLong(slot, unscaled);
        return true;
    }

    private boolean putBytes(JsonNumber found, Column column, int slot) {
        long unscaled = found.unscaled(Column.LONG_PRECISION, column.scale());
        BigInteger big = null;
        if (unscaled == JsonNumber.NONE) {
            big = found.unscaledBig(column.precision(), column.scale());
            if (big == null) {
                return false;
            }
        }
        int length = column.decimalBytes();
        int to = row.growScratch(length);
        if (big == null) {
            put(unscaled, row.scratch(), to, length);
        } else {
            put(big, row.scratch(), to, length);
        }
        row.putScratch(slot, to, length);
        return true;
    }

    private static void put(long value, byte[] target, int to, int length) {
        long left = value;
        for (int at = to + length - 1; at >= to; at--) {
            target[at] = (byte) left;
            left >>= 8;
        }
    }

    private static void put(BigInteger value, byte[] target, int to, int length) {
        byte[] bytes = value.toByteArray();
        int free = length - bytes.length;
        Arrays.fill(target, to, to + free, value.signum() < 0 ? (byte) -1 : 0);
        System.arraycopy(bytes, 0, target, to + free, bytes.length);
    }
}
