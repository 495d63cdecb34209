package smartcity.sink.loop;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Records of many optional columns, half of them text, half numbers: each record is of another hour, so that
/// each needs a file of its own.
public final class WideRecords {
    public static final int COUNT = 60;

    private WideRecords() {}

    public static String schema(int columns) {
        return IntStream.range(0, columns)
                .mapToObj(column ->
                        "\"c" + column + "\": {\"type\": \"" + (column % 2 == 0 ? "string" : "number") + "\"}")
                .collect(Collectors.joining(
                        ", ",
                        "{\"$id\": \"urn:test:wide:1\", \"type\": \"object\", \"required\": [\"timestamp\"],"
                                + " \"properties\": {\"timestamp\": {\"type\": \"string\", \"format\": \"date-time\"}, ",
                        "}}"));
    }

    /// The values of [#COUNT] records.
    public static List<String> of(int columns) {
        Random random = new Random(1);
        return IntStream.range(0, COUNT)
                .mapToObj(hour -> record(hour, columns, random))
                .toList();
    }

    private static String record(int hour, int columns, Random random) {
        String start = "{\"timestamp\": \"2026-11-%02dT%02d:30:00Z\"".formatted(1 + hour / 24, hour % 24);
        return IntStream.range(0, columns)
                .mapToObj(column -> "\"c" + column + "\":"
                        + (column % 2 == 0 ? "\"" + random.nextInt(10_000) + "\"" : random.nextInt(10_000)))
                .collect(Collectors.joining(",", start + ",", "}"));
    }
}
