package smartcity.bench.estimate;

import java.util.List;
import java.util.stream.Stream;

/// What a sink holds in one measurement.
///
/// @param columns of the topic, half text, half numbers, all optional
/// @param windows each batch has rows of
/// @param partitions each has a batch
/// @param rows of each window
record EstimateCase(int columns, int windows, int partitions, int rows) {
    private static final List<Integer> COLUMNS = List.of(10, 200, 2_000);
    private static final List<Integer> WINDOWS = List.of(1, 24, 60);
    private static final List<Integer> PARTITIONS = List.of(1, 12);
    private static final List<Integer> ROWS = List.of(1, 50, 50_000);

    /// Values that are few enough to be held by the heap of the command line, and many enough to be measured.
    private static final long FEWEST = 50_000;

    private static final long MOST = 7_000_000;

    /// All combinations that can be measured.
    static List<EstimateCase> all() {
        return COLUMNS.stream()
                .flatMap(columns -> WINDOWS.stream()
                        .flatMap(windows -> PARTITIONS.stream()
                                .flatMap(partitions -> ROWS.stream()
                                        .map(rows -> new EstimateCase(columns, windows, partitions, rows)))))
                .filter(EstimateCase::measurable)
                .toList();
    }

    private boolean measurable() {
        // An open column takes about as much as fifty values, until it has more.
        long values = (long) windows * partitions * columns * Math.max(50, rows);
        return values >= FEWEST && values <= MOST;
    }

    /// The topic's schema.
    String schema() {
        String properties = names().map(
                        name -> ",\"" + name + "\":{\"type\":\"" + (isText(name) ? "string" : "number") + "\"}")
                .reduce("", String::concat);
        return "{\"$id\":\"urn:bench:estimate:1\",\"type\":\"object\",\"required\":[\"timestamp\"],\"properties\":{"
                + "\"timestamp\":{\"type\":\"string\",\"format\":\"date-time\"}" + properties + "}}";
    }

    /// The names of the columns.
    Stream<String> names() {
        return Stream.iterate(0, number -> number + 1).limit(columns).map(number -> "c" + number);
    }

    static boolean isText(String name) {
        return name.charAt(name.length() - 1) % 2 == 0;
    }
}
