package smartcity.local.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/// SQL over the lake: a view per topic that has landed anything, and `dead_letters`.
///
/// The views see the files that lie in the lake when a query runs, also while the sink goes on. One thread at a time.
public final class LakeDatabase implements AutoCloseable {
    private static final String DEAD_LETTERS = "dead_letters";

    private final Path folder;
    private final Connection connection;

    private LakeDatabase(Path folder, Connection connection) {
        this.folder = folder;
        this.connection = connection;
    }

    /// Opens the lake in `folder`, whose sub-folders are the topics; a folder that does not exist is an empty lake.
    public static LakeDatabase open(Path folder) throws SQLException {
        LakeDatabase lake = new LakeDatabase(folder, DriverManager.getConnection("jdbc:duckdb:"));
        try (Statement statement = lake.connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            for (String topic : lake.topics()) {
                statement.execute("CREATE VIEW " + quoted(topic) + " AS SELECT * FROM read_parquet('"
                        + lake.files(topic).replace("'", "''") + "', hive_partitioning = true, union_by_name = true)");
            }
            return lake;
        } catch (SQLException e) {
            lake.close();
            throw e;
        }
    }

    /// The views: topics with at least one object, in alphabetical order.
    public List<String> topics() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(LakeDatabase::hasObject)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to list " + folder, e);
        }
    }

    /// Runs one statement.
    public QueryResult query(String sql, int mostRows) throws SQLException {
        // Prepared first: DuckDB's plain statement loses what is wrong with a name that does not exist.
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet result = statement.executeQuery()) {
            return QueryResult.of(result, mostRows);
        }
    }

    /// Whether the topic has a view.
    public boolean has(String topic) {
        return topics().contains(topic);
    }

    /// What the lake holds of a topic, each record counted by its partition and offset.
    public LandedCounts landed(String topic) throws SQLException {
        long rows = 0;
        long records = 0;
        if (has(topic)) {
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(
                            "SELECT count(*), count(DISTINCT (kafka_partition, kafka_offset)) FROM " + quoted(topic))) {
                result.next();
                rows = result.getLong(1);
                records = result.getLong(2);
            }
        }
        return new LandedCounts(rows, records, deadLetters(topic));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private long deadLetters(String topic) throws SQLException {
        if (!has(DEAD_LETTERS)) {
            return 0;
        }
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT count(DISTINCT (kafka_partition, kafka_offset))" + " FROM "
                        + DEAD_LETTERS + " WHERE topic = ?")) {
            statement.setString(1, topic);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private String files(String topic) {
        return folder.resolve(topic) + "/**/*.parquet";
    }

    private static boolean hasObject(Path topic) {
        try (Stream<Path> files = Files.walk(topic)) {
            return files.anyMatch(file -> file.toString().endsWith(".parquet"));
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to list " + topic, e);
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
