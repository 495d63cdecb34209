package smartcity.sink.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Damages records as bugs, bad lines and attackers do. By chance, the result may still be a valid record.
final class RecordDamage {
    private static final byte[] SPECIAL =
            "{}[],:\"\\/-+.eE0129uTZtfn \n\r\t\0\u007f\u0080\u00a0\u00c0\u00ed\u00f4\u00ff"
                    .getBytes(StandardCharsets.ISO_8859_1);

    /// Replacements for a value: some that no column accepts, and some that a few accept.
    private static final List<String> VALUES = List.of(
                    "1e999999 -1e999999 1e-999999 1e9999999999 -1e-9999999999 0e99999999999 - 01 -01 00 +1 .5 1. 1.e1 1e 1e+ -- 0x1"
                            .split(" "),
                    "1 -0 1.5 2147483648 -2147483649 9223372036854775808 -9223372036854775809 1e19 1e400 4e-400 12.0"
                            .split(" "),
                    "NaN Infinity -Infinity nul TRUE true false null undefined {} [] {1:2} [,] [1,] {,} {\"a\"} 'a' /**/1"
                            .split(" "),
                    "\"\" \"\\ud800\" \"\\udc00\" \"\\ud800\\ud800\" \"\\ud800x\" \"\\u12\" \"\\x\" \" \"a\"b\""
                            .split(" "),
                    "\"AA\" \"A\" \"A===\" \"AA=A\" \"2026-11-23\" \"2026-02-29T00:00:00Z\" \"2026-11-23T24:00:00Z\""
                            .split(" "),
                    new String[] {
                        "\"tab\there\"", "\"\u0085\u009b\u2028\u202e\"", "\u0085\u009b\u2028\u202e", "1".repeat(1001)
                    })
            .stream()
            .flatMap(Arrays::stream)
            .toList();

    private final SplittableRandom random;

    RecordDamage(SplittableRandom random) {
        this.random = random;
    }

    /// Replaces one value anywhere in the record, or doubles one property.
    void tree(ObjectNode record) {
        List<JsonNode> containers = new ArrayList<>();
        collect(record, containers);
        JsonNode container = containers.get(random.nextInt(containers.size()));
        if (container instanceof ArrayNode array) {
            array.insert(random.nextInt(array.size() + 1), value());
        } else if (container instanceof ObjectNode object) {
            List<String> names = new ArrayList<>(List.of("new"));
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            boolean again = random.nextInt(4) == 0;
            object.set(name, again ? twice(object, name) : value());
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private static JsonNode twice(ObjectNode object, String name) {
        String quoted = "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        String value =
                object.path(name).isMissingNode() ? "1" : object.path(name).toString();
        return RandomScalars.raw(value + "," + quoted + ":" + value);
    }

    private JsonNode value() {
        return RandomScalars.raw(VALUES.get(random.nextInt(VALUES.size())));
    }

    /// Changes, inserts or deletes up to three bytes, or adds some at the beginning or the end.
    byte[] bytes(byte[] json) {
        byte[] damaged = json;
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            int at = random.nextInt(damaged.length);
            damaged = switch (random.nextInt(16)) {
                case 0 -> spliced(damaged, 0, 0, "\ufeff".getBytes(StandardCharsets.UTF_8));
                case 1 -> spliced(damaged, damaged.length, 0, special());
                case 2, 3, 4 -> spliced(damaged, at, 0, special());
                case 5, 6, 7 -> spliced(damaged, at, 1, new byte[0]);
                case 8, 9, 10 -> spliced(damaged, at, 1, new byte[] {(byte) (damaged[at] ^ 1 << random.nextInt(8))});
                default -> spliced(damaged, at, 1, special());
            };
        }
        return damaged;
    }

    private byte[] special() {
        return new byte[] {SPECIAL[random.nextInt(SPECIAL.length)]};
    }

    private static byte[] spliced(byte[] bytes, int at, int removed, byte[] inserted) {
        byte[] spliced = Arrays.copyOf(bytes, bytes.length - removed + inserted.length);
        System.arraycopy(inserted, 0, spliced, at, inserted.length);
        System.arraycopy(bytes, at + removed, spliced, at + inserted.length, bytes.length - at - removed);
        return spliced;
    }
}
