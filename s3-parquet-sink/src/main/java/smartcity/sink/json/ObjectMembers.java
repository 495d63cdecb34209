package smartcity.sink.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import smartcity.sink.schema.Column;
import smartcity.sink.schema.ColumnType;

/// The members of an object, found by the bytes of their names.
final class ObjectMembers {
    /// What [#find] returns for a name that the schema does not define.
    static final int UNKNOWN = -1;

    private final Column[] columns;
    private final byte[][] names;

    /// Names as most producers write them: quoted, with the colon. Empty for a name that must be escaped.
    private final byte[][] plain;

    private final ObjectMembers[] inner;
    private final int slots;
    private final boolean named;

    /// The members of a record.
    ObjectMembers(List<Column> columns) {
        this(columns, true);
    }

    private ObjectMembers(List<Column> columns, boolean named) {
        this.named = named;
        this.columns = columns.toArray(Column[]::new);
        this.names = columns.stream()
                .map(column -> column.name().getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        this.plain = columns.stream()
                .map(column ->
                        column.name().chars().anyMatch(ObjectMembers::escaped) ? "" : "\"" + column.name() + "\":")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        this.inner = columns.stream()
                .map(column -> new ObjectMembers(column.children(), column.type() == ColumnType.GROUP))
                .toArray(ObjectMembers[]::new);
        this.slots = columns.stream().mapToInt(Column::slots).sum();
    }

    /// Slots of a frame with all members.
    int slots() {
        return slots;
    }

    /// Whether the members' names occur in records; those of the elements of lists and maps do not.
    boolean named() {
        return named;
    }

    /// The UTF-8 of the member's name.
    byte[] name(int index) {
        return names[index];
    }

    int size() {
        return columns.length;
    }

    Column column(int index) {
        return columns[index];
    }

    /// The members of the column's own children.
    ObjectMembers inner(int index) {
        return inner[index];
    }

    private static boolean escaped(int character) {
        return character < ' ' || character == '"' || character == '\\';
    }

    /// Consumes the plain name of the member `expected` and its colon, if exactly these come next; else nothing.
    boolean isNext(JsonCursor cursor, int expected) {
        if (expected >= plain.length) {
            return false;
        }
        byte[] name = plain[expected];
        int to = cursor.at + name.length;
        if (name.length == 0 || to > cursor.end || !Arrays.equals(name, 0, name.length, cursor.bytes, cursor.at, to)) {
            return false;
        }
        cursor.at = to;
        return true;
    }

    /// The index of the member with the name in `bytes`, or [#UNKNOWN]. Most producers keep an order, so `expected` is
    /// tried first.
    int find(byte[] bytes, int offset, int length, int expected) {
        if (expected < names.length && is(names[expected], bytes, offset, length)) {
            return expected;
        }
        for (int i = 0; i < names.length; i++) {
            if (is(names[i], bytes, offset, length)) {
                return i;
            }
        }
        return UNKNOWN;
    }

    private static boolean is(byte[] name, byte[] bytes, int offset, int length) {
        return name.length == length && Arrays.equals(name, 0, length, bytes, offset, offset + length);
    }
}
