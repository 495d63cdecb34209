package smartcity.sink;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import smartcity.audit.lake.FolderLake;

/// The objects in a bucket, read by DuckDB.
record LandedObjects(LocalBucket bucket) {
    /// Number of rows and dead letters of a topic, and of their distinct offsets.
    record Landed(long rows, long distinctOffsets) {}

    /// Counts the rows and dead letters of the topic, and their distinct offsets.
    Landed landed(String topic) throws IOException, SQLException {
        List<String> objects = objects("data/" + topic + "/", "data/dead_letters/topic=" + topic + "/");
        if (objects.isEmpty()) {
            return new Landed(0, 0);
        }
        String files = files(objects);
        return new Landed(
                query("select count(*) from " + files),
                query("select count(distinct (kafka_partition, kafka_offset)) from " + files));
    }

    /// The objects as a table of DuckDB.
    static String files(List<String> objects) {
        return objects.stream()
                .map(object -> "'" + object + "'")
                .collect(joining(",", "read_parquet([", "], union_by_name = true, hive_partitioning = false)"));
    }

    /// Objects below any of the folders.
    List<String> objects(String... folders) {
        List<String> files = new ArrayList<>();
        new FolderLake(bucket.folder())
                .list(
                        "",
                        object ->
                                files.add(bucket.folder().resolve(object.key()).toString()));
        return files.stream()
                .filter(file ->
                        file.endsWith(".parquet") && Arrays.stream(folders).anyMatch(file::contains))
                .toList();
    }

    /// The number that the query returns.
    static long query(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }
}
