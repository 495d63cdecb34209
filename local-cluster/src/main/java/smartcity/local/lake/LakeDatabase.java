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
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// SQL over the lake: a view per topic that has landed anything, and `dead_letters`, which may be empty.
///
/// The views see the files that lie in the lake when a query runs, also while the sink continues. Queries read and do
/// nothing else. One thread at a time.
public final class LakeDatabase implements AutoCloseable {
    private static final String DEAD_LETTERS = "dead_letters";

    /// The columns of dead letters, with those of their folders.
    private static final String NO_DEAD_LETTERS = "CREATE VIEW dead_letters AS SELECT NULL::VARCHAR AS kafka_topic,"
            + " NULL::INTEGER AS kafka_partition, NULL::BIGINT AS kafka_offset, NULL::TIMESTAMPTZ AS kafka_timestamp,"
            + " NULL::BLOB AS \"key\", NULL::BLOB AS \"value\", NULL::VARCHAR AS reason, NULL::VARCHAR AS topic,"
            + " NULL::DATE AS date, NULL::VARCHAR AS hour WHERE false";

    private static final Pattern MISSING_VIEW = Pattern.compile("Table with name (\\S+) does not exist");

    private final Path folder;
    private final Connection connection;

    /// Topics with a file that cannot be read, and what DuckDB says of it.
    private final Map<String, String> unreadable = new TreeMap<>();

    private LakeDatabase(Path folder, Connection connection) {
        this.folder = folder;
        this.connection = connection;
    }

    /// Opens the lake in `folder`, whose sub-folders are the topics; a folder that does not exist is an empty lake.
    public static LakeDatabase open(Path folder) throws SQLException {
        LakeDatabase lake = new LakeDatabase(folder, DriverManager.getConnection("jdbc:duckdb:"));
        try (Statement statement = lake.connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            List<String> topics = lake.topics();
            for (String topic : topics) {
                lake.createView(topic);
            }
            if (!topics.contains(DEAD_LETTERS)) {
                statement.execute(NO_DEAD_LETTERS);
            }
            // A query must not install what it lacks, nor write what does not fit into memory into the caller's folder.
            statement.execute("SET autoinstall_known_extensions = false");
            statement.execute("SET temp_directory = '"
                    + System.getProperty("java.io.tmpdir").replace("'", "''") + "/smartcity-query'");
            statement.execute("SET lock_configuration = true");
            return lake;
        } catch (SQLException e) {
            lake.close();
            throw e;
        }
    }

    /// Prepared, as DuckDB's plain statement loses the name of the file that it cannot read.
    private void createView(String topic) {
        String view = "CREATE VIEW " + quoted(topic) + " AS SELECT * FROM read_parquet('"
                + files(topic).replace("'", "''") + "', hive_partitioning = true, union_by_name = true)";
        try (PreparedStatement statement = connection.prepareStatement(view)) {
            statement.execute();
        } catch (SQLException e) {
            unreadable.put(topic, DuckDbFailure.reason(e).lines().findFirst().orElse(""));
        }
    }

    /// Topics whose files cannot be read, and why, with the file's name; they have no view.
    public Map<String, String> unreadable() {
        return Map.copyOf(unreadable);
    }

    /// The views that can be queried, in alphabetical order.
    public List<String> views() {
        return Stream.concat(topics().stream(), Stream.of(DEAD_LETTERS))
                .distinct()
                .filter(view -> !unreadable.containsKey(view))
                .sorted()
                .toList();
    }

    /// Topics with at least one object, in alphabetical order.
    public List<String> topics() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(LakeFiles::hasParquet)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to list " + folder, e);
        }
    }

    /// Runs one statement that reads.
    ///
    /// @throws QueryRefusedException for any other statement, for several or none, and for a view that is missing
    /// @throws SQLException with DuckDB's whole message
    public QueryResult query(String sql, int mostRows) throws SQLException {
        new ReadingStatement(connection).require(sql);
        return read(sql, mostRows);
    }

    /// Runs one statement that reads; each row is one cell, a JSON object with the types of DuckDB.
    public QueryResult json(String sql) throws SQLException {
        new ReadingStatement(connection).require(sql);
        String statement = sql.strip().replaceFirst(";+$", "");
        return read("SELECT CAST(to_json(found) AS VARCHAR) FROM (" + statement + "\n) AS found", Integer.MAX_VALUE);
    }

    private QueryResult read(String sql, int mostRows) throws SQLException {
        // Prepared first: DuckDB's plain statement loses what is wrong with a name that does not exist.
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet result = statement.executeQuery()) {
            return QueryResult.of(result, mostRows);
        } catch (SQLException e) {
            Matcher missing = MISSING_VIEW.matcher(String.valueOf(e.getMessage()));
            if (missing.find()) {
                throw new QueryRefusedException(withoutView(missing.group(1)));
            }
            throw e;
        }
    }

    private String withoutView(String view) {
        return unreadable.containsKey(view)
                ? "The view " + view + " cannot be read: " + unreadable.get(view)
                : "There is no view " + view + "; the views are " + String.join(", ", views());
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

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
