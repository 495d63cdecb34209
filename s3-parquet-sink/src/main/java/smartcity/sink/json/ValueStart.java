package smartcity.sink.json;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The first bytes of a value, which show what it is when it is not JSON in UTF-8.
final class ValueStart {
    /// Bytes that serializers of a schema registry put before a value: a zero, and the schema's id. Source: Confluent
    /// Platform, "Formats, Serializers, and Deserializers", wire format.
    private static final int PREFIX_BYTES = 5;

    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    /// Where the value begins.
    ///
    /// @param bytes in hexadecimal, two dots for any byte
    private record Mark(String bytes, String encoding) {
        boolean begins(byte[] start) {
            String[] expected = bytes.split(" ", -1);
            String[] found = HEX.formatHex(start).split(" ", -1);
            for (int i = 0; i < expected.length; i++) {
                if (i >= found.length || !(expected[i].equals("..") || expected[i].equals(found[i]))) {
                    return false;
                }
            }
            return true;
        }
    }

    /// Byte order marks, and what an opening brace or white space looks like in two or four bytes.
    private static final List<Mark> MARKS = List.of(
            new Mark("EF BB BF", "UTF-8 with a byte order mark"),
            new Mark("FF FE 00 00", "UTF-32"),
            new Mark("00 00 FE FF", "UTF-32"),
            new Mark("FF FE", "UTF-16"),
            new Mark("FE FF", "UTF-16"),
            new Mark("7B 00 00 00", "UTF-32"),
            new Mark("00 00 00 7B 00 00", "UTF-32"),
            new Mark("7B 00", "UTF-16"),
            new Mark("00 7B 00", "UTF-16"));

    private ValueStart() {}

    /// The position after the bytes of a schema registry; the cursor's own when they are not there.
    static int afterPrefix(JsonCursor cursor) {
        return hasPrefix(cursor.bytes, cursor.at, cursor.end - cursor.at) ? cursor.at + PREFIX_BYTES : cursor.at;
    }

    /// Whether the bytes are those of a schema registry and something follows them.
    private static boolean hasPrefix(byte[] bytes, int offset, int length) {
        return length > PREFIX_BYTES && bytes[offset] == 0;
    }

    /// Why the value is not JSON; null when its first bytes do not show it.
    static @Nullable String reason(byte[] bytes, int offset, int length) {
        boolean ascii =
                length > 0 && bytes[offset] > 0 && !(bytes[offset] == '{' && length > 1 && bytes[offset + 1] == 0);
        if (length == 0 || ascii) {
            return null;
        }
        byte[] start = Arrays.copyOfRange(bytes, offset, offset + Math.min(length, PREFIX_BYTES + 1));
        boolean objectFollows = hasPrefix(start, 0, start.length) && start[PREFIX_BYTES] == '{';
        for (Mark mark : objectFollows ? List.<Mark>of() : MARKS) {
            if (mark.begins(start)) {
                return "value must be JSON in UTF-8 but was " + mark.encoding() + " (" + mark.bytes() + ")";
            }
        }
        if (!hasPrefix(start, 0, start.length)) {
            return null;
        }
        return "value must be JSON but began with the 5-byte prefix of a schema registry, schema id "
                + Integer.toUnsignedString(
                        ByteBuffer.wrap(start, 1, Integer.BYTES).getInt())
                + (objectFollows ? "; sink.schema-registry-prefix=skip skips it" : ", which no JSON object follows");
    }
}
