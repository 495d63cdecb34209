package smartcity.bench.drain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import smartcity.local.child.LaunchException;
import smartcity.local.lake.DuckDbFailure;
import smartcity.local.lake.LakeFiles;

/// The objects in the bucket after a drain, read back by DuckDB.
///
/// @param rows rows in all Parquet objects
/// @param ids distinct record ids of them
/// @param files Parquet objects
/// @param bytes size of these
public record LandedData(long rows, long ids, long files, long bytes) {
    /// Reads every Parquet object below the folder.
    static LandedData below(Path folder) {
        List<Path> files = LakeFiles.parquet(folder);
        if (files.isEmpty()) {
            return new LandedData(0, 0, 0, 0);
        }
        long bytes = files.stream().mapToLong(LandedData::size).sum();
        String pattern = (folder + "/**/*.parquet").replace("'", "''");
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet counts = statement.executeQuery(
                        "SELECT count(*), count(DISTINCT CAST(id AS UUID)) FROM read_parquet('" + pattern + "')")) {
            counts.next();
            return new LandedData(counts.getLong(1), counts.getLong(2), files.size(), bytes);
        } catch (SQLException e) {
            throw new LaunchException("Failed to read " + folder + ": " + DuckDbFailure.reason(e), e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new LaunchException("Failed to read the size of " + file, e);
        }
    }
}
