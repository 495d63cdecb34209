package smartcity.sink;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// The records of [DiskKafka] that are in a bucket, by what they say of themselves and not by their offsets.
record LandedIdentities(LocalBucket bucket) {
    /// The records of a topic's era, a text for each origin: `first 0-99` when the numbers 0 to 99 are there once,
    /// otherwise also the number of rows and of different numbers.
    List<String> of(String topic, int era) throws IOException, SQLException {
        String name = topic + "-0-" + (era == 0 ? "" : "e" + era + "-") + "\\d+-\\d+\\.parquet";
        List<String> objects = new LandedObjects(bucket)
                .objects("data/" + topic + "/").stream()
                        .filter(key -> key.substring(key.lastIndexOf('/') + 1).matches(name))
                        .toList();
        if (objects.isEmpty()) {
            return List.of();
        }
        String query = "SELECT origin, min(number), max(number), count(*), count(DISTINCT number) FROM "
                + LandedObjects.files(objects) + " GROUP BY origin ORDER BY origin";
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(text(rows));
            }
        }
        return found;
    }

    private static String text(ResultSet row) throws SQLException {
        long span = row.getLong(3) - row.getLong(2) + 1;
        String range = row.getString(1) + " " + row.getLong(2) + "-" + row.getLong(3);
        return row.getLong(4) == span && row.getLong(5) == span
                ? range
                : range + ", " + row.getLong(4) + " rows, " + row.getLong(5) + " different";
    }
}
