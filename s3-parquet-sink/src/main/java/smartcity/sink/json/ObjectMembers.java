package smartcity.sink.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import smartcity.sink.schema.Column;
import smartcity.sink.schema.ColumnType;

/// The members of an object, found by the bytes of their names.
final class ObjectMembers {
    private final Column[] columns;
    private final byte[][] names;

    /// Names as most producers write them: quoted, with the colon. Empty where a name has to be escaped.
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

    /// Slots of a frame that holds them all.
    int slots() {
        return slots;
    }

    /// Whether records have the members' names; they do not have those of the elements of lists and maps.
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

    /// Takes the plain name of the member `guess`, and its colon, if exactly that comes next; else takes nothing.
    boolean isNext(JsonCursor cursor, int guess) {
        if (guess >= plain.length) {
            return false;
        }
        byte[] name = plain[guess];
        int to = cursor.at + name.length;
        if (name.length == 0 || to > cursor.end || !Arrays.equals(name, 0, name.length, cursor.bytes, cursor.at, to)) {
            return false;
        }
        cursor.at = to;
        return true;
    }

    /// Which member has the name in `bytes`, or -1. Producers keep an order, so it is most likely `guess`.
    int find(byte[] bytes, int offset, int length, int guess) {
        if (guess < names.length && is(names[guess], bytes, offset, length)) {
            return guess;
        }
        for (int i = 0; i < names.length; i++) {
            if (is(names[i], bytes, offset, length)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean is(byte[] name, byte[] bytes, int offset, int length) {
        return name.length == length && Arrays.equals(name, 0, length, bytes, offset, offset + length);
    }
}
