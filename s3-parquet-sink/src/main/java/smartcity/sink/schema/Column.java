package smartcity.sink.schema;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;

/// One property of a record. It has eight components because they are only ever read together.
///
/// @param name the property's name, also the column's
/// @param precision decimal digits of a DECIMAL, 1 to 38; 0 for every other type
/// @param scale how many of those are after the decimal point
/// @param required whether a record without the property is refused
/// @param nullable whether the property may be `null`
/// @param slot of its value in its frame: the record, or the element of the nearest enclosing list or map
/// @param children the members of a GROUP; the one element (named `element`) of a LIST; `key` and `value` of a MAP;
///     none otherwise. The members of a group share the frame of the group; each element of a list and each entry of
///     a map has its own
public record Column(
        String name,
        ColumnType type,
        int precision,
        int scale,
        boolean required,
        boolean nullable,
        int slot,
        List<Column> children) {
    /// The most digits a DECIMAL can have: those that fit 16 bytes.
    public static final int MAX_PRECISION = 38;

    /// Digits that always fit a long. A DECIMAL with at most as many is kept as a long.
    public static final int LONG_PRECISION = 18;

    private static final int[] DECIMAL_BYTES = IntStream.rangeClosed(0, MAX_PRECISION)
            .map(precision -> BigInteger.TEN.pow(precision).bitLength() / 8 + 1)
            .toArray();

    public Column {
        children = List.copyOf(children);
        int expected = type == ColumnType.LIST ? 1 : type == ColumnType.MAP ? 2 : children.size();
        if (children.size() != expected) {
            throw new IllegalArgumentException(
                    "children of a " + type + " must be " + expected + " but was " + children.size());
        }
        int least = type == ColumnType.DECIMAL ? 1 : 0;
        int most = type == ColumnType.DECIMAL ? MAX_PRECISION : 0;
        if (precision < least || precision > most || scale < 0 || scale > precision) {
            throw new IllegalArgumentException(
                    "precision and scale of " + type + " must fit the type but was " + precision + ", " + scale);
        }
    }

    /// A column without children that is not a DECIMAL.
    public static Column scalar(String name, ColumnType type, boolean required, boolean nullable, int slot) {
        return new Column(name, type, 0, 0, required, nullable, slot, List.of());
    }

    /// A column with children.
    public static Column nested(
            String name, ColumnType type, boolean required, boolean nullable, int slot, List<Column> children) {
        return new Column(name, type, 0, 0, required, nullable, slot, children);
    }

    /// Whether a stored row may lack the value.
    public boolean optional() {
        return !required || nullable;
    }

    /// Slots of one value of this column in its frame, with those of its members.
    public int slots() {
        return type == ColumnType.GROUP ? 1 + slotsOf(children) : 1;
    }

    static int slotsOf(List<Column> columns) {
        return columns.stream().mapToInt(Column::slots).sum();
    }

    /// Bytes of a DECIMAL with more than [#LONG_PRECISION] digits, which is kept as a big-endian two's complement.
    public int decimalBytes() {
        return DECIMAL_BYTES[precision];
    }

    /// The same column, of which a stored row may lack the value.
    public Column asOptional() {
        return new Column(name, type, precision, scale, false, true, slot, children);
    }
}
