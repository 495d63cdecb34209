package smartcity.chaos;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What has become of the records that are rows by the rules before the upgrade, and dead letters by those after it.
///
/// @param rows as which they landed
/// @param letters as which they landed
record UpgradeVerdict(long rows, long letters) {
    /// The earliest event time by the rules after the upgrade; before it, that of the default settings.
    static final Instant NOT_BEFORE = Instant.parse("2001-01-01T00:00:00Z");

    /// Event time of these records.
    static final Instant BETWEEN_RULES = Instant.parse("2000-06-01T00:00:00Z");

    /// With fewer of these records, none may have come before the upgrade, or none after it [chosen].
    private static final long FEWEST = 500;

    /// @param bucket the folder of the bucket
    static UpgradeVerdict on(Path bucket) throws SQLException {
        String files = "read_parquet('" + bucket + "/data/%s/**/*.parquet', hive_partitioning = false)";
        String rows = RecordLoad.TOPICS.stream()
                .map(topic -> "SELECT timestamp FROM " + files.formatted(topic))
                .collect(joining(" UNION ALL "));
        String query = "SELECT (SELECT count(*) FROM (" + rows + ") WHERE epoch_us(timestamp) < "
                + NOT_BEFORE.toEpochMilli() * 1000 + "), (SELECT count(*) FROM " + files.formatted("dead_letters")
                + " WHERE starts_with(reason, 'event time must be from " + NOT_BEFORE + "'))";
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            found.next();
            return new UpgradeVerdict(found.getLong(1), found.getLong(2));
        }
    }

    /// What contradicts the rules having changed in the middle of the run, a sentence each.
    ///
    /// @param sent number of these records
    /// @param upgraded whether the rules were changed at all
    List<String> objections(long sent, boolean upgraded) {
        List<String> objections = new ArrayList<>();
        if (rows + letters != sent) {
            objections.add(sent + " records from before " + NOT_BEFORE + " were to land but " + rows + " rows and "
                    + letters + " dead letters did");
        }
        if (sent >= FEWEST && rows == 0) {
            objections.add("No record from before " + NOT_BEFORE + " has landed as a row by the former rules");
        }
        if (upgraded != (letters > 0) && (letters > 0 || sent >= FEWEST)) {
            objections.add("There must be " + (upgraded ? "" : "no ") + "dead letters by the rules of an upgrade but "
                    + letters + " are there");
        }
        return objections;
    }
}
