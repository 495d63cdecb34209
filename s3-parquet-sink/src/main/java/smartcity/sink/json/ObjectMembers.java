package smartcity.sink.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smartcity.sink.row.ByteWords;
import smartcity.sink.row.Row;
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

    /// The first word of each of these.
    private final long[] heads;

    /// The columns that a record must have.
    private final Column[] required;

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
        this.heads = Arrays.stream(plain)
                .mapToLong(name -> ByteWords.head(name, 0, name.length))
                .toArray();
        this.required = columns.stream().filter(Column::required).toArray(Column[]::new);
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
        int at = cursor.at;
        int to = at + name.length;
        if (name.length == 0
                || to > cursor.end
                || ByteWords.head(cursor.bytes, at, name.length) != heads[expected]
                || !ByteWords.sameBehindHead(name, 0, cursor.bytes, at, name.length)) {
            return false;
        }
        cursor.at = to;
        return true;
    }

    /// A member that the record must have and the frame lacks; null when it has all.
    @Nullable
    Column missing(Row row, int frame) {
        for (Column column : required) {
            if (!row.seen(frame + column.slot())) {
                return column;
            }
        }
        return null;
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
