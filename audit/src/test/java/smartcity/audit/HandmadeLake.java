package smartcity.audit;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;

/// A folder of objects that are written by DuckDB, so that every kind of damage can be made.
record HandmadeLake(Path folder) {
    static final String TOPIC = "things";

    /// An object of partition 0 with these rows, as the sink would have written it.
    HandmadeLake object(String folderInData, long first, long last, long... offsets) throws IOException, SQLException {
        return object(folderInData, name(first, last), footer(first, last), rows(offsets));
    }

    /// All offsets from `first` to `last`.
    static long[] all(long first, long last) {
        return LongStream.rangeClosed(first, last).toArray();
    }

    static String name(long first, long last) {
        return TOPIC + "-0-" + first + "-" + last + ".parquet";
    }

    static Map<String, String> footer(long first, long last) {
        Map<String, String> footer = new LinkedHashMap<>();
        footer.put("smartcity.topic", TOPIC);
        footer.put("smartcity.partition", "0");
        footer.put("smartcity.offset.first", Long.toString(first));
        footer.put("smartcity.offset.last", Long.toString(last));
        footer.put("smartcity.schema", "urn:test:things:1");
        return footer;
    }

    /// A query that gives these offsets in this order.
    static String rows(long... offsets) {
        String list = Arrays.stream(offsets).mapToObj(Long::toString).collect(joining(","));
        return "SELECT 'x' || o AS name, 0::INTEGER AS kafka_partition, o AS kafka_offset FROM (SELECT unnest([" + list
                + "]::BIGINT[]) AS o)";
    }

    /// Any object at all.
    HandmadeLake object(String folderInData, String name, Map<String, String> footer, String query)
            throws IOException, SQLException {
        Path file = file(folderInData, name);
        Files.createDirectories(file.getParent());
        String entries = footer.entrySet().stream()
                .map(entry -> "'" + entry.getKey() + "': '" + entry.getValue() + "'")
                .collect(joining(", "));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET threads = 1");
            statement.execute("COPY (" + query + ") TO '" + file + "' (FORMAT parquet, CODEC zstd, KV_METADATA {"
                    + entries + "})");
        }
        return this;
    }

    Path file(String folderInData, String name) {
        return folder.resolve("data").resolve(folderInData).resolve(name);
    }
}
