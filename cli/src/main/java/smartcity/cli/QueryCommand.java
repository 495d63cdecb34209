package smartcity.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import smartcity.local.child.LaunchException;
import smartcity.local.infra.BuiltProject;
import smartcity.local.infra.InfraSettings;
import smartcity.local.lake.DuckDbFailure;
import smartcity.local.lake.LakeDatabase;
import smartcity.local.lake.QueryRefusedException;
import smartcity.local.lake.QueryResult;

/// `./smartcity query`: SQL on the lake.
@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs SQL (DuckDB) that reads the lake: a view per topic and one of dead_letters, also while the city runs.",
            "Without SQL it lists the views and their rows."
        })
final class QueryCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    /// Rows a table shows at most; the other formats have no limit. Chosen, not measured.
    private static final int TABLE_ROWS = 1000;

    @Parameters(arity = "0..1", paramLabel = "SQL", description = "One statement, in quotes.")
    private @Nullable String sql;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of all data (default: .city in the repository).")
    private @Nullable Path data;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description =
                    "table (the default; by $PAGER or less where it does not fit), csv or json: all rows, whole cells.")
    private QueryFormat format = QueryFormat.table;

    @Option(names = "--csv", description = "The same as --format csv.")
    private boolean csv;

    @Override
    public Integer call() {
        Path folder = data == null ? BuiltProject.atHome().data() : data;
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        try (LakeDatabase lake =
                LakeDatabase.open(InfraSettings.lake(folder.toAbsolutePath().normalize()))) {
            if (lake.topics().isEmpty()) {
                throw new LaunchException("Nothing has landed in " + folder + " yet: ./smartcity up fills it");
            }
            if (sql == null) {
                lake.unreadable()
                        .forEach((view, why) -> spec.commandLine().getErr().println(view + ": " + why));
            }
            print(lake, sql == null ? rowsPerView(lake.views()) : sql, out);
            return 0;
        } catch (QueryRefusedException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        } catch (SQLException e) {
            throw new LaunchException("The query failed: " + DuckDbFailure.reason(e), e);
        } finally {
            out.flush();
        }
    }

    private void print(LakeDatabase lake, String statement, PrintStream out) throws SQLException {
        QueryFormat chosen = csv ? QueryFormat.csv : format;
        QueryResult rows = switch (chosen) {
            case table -> lake.query(statement, TABLE_ROWS);
            case csv -> lake.query(statement, Integer.MAX_VALUE);
            case json -> lake.json(statement);
        };
        boolean terminal = chosen == QueryFormat.table && Boolean.getBoolean("smartcity.terminal");
        List<String> lines = new ArrayList<>(chosen.lines(rows));
        if (!rows.complete()) {
            lines.add("The first " + TABLE_ROWS + " rows; --format csv prints all");
        }
        new PagedOutput(out, terminal, System.getenv()).print(lines);
    }

    private static String rowsPerView(List<String> views) {
        List<String> counts = new ArrayList<>();
        views.forEach(view -> counts.add("SELECT '" + view + "' AS view, count(*) AS rows FROM \"" + view + '"'));
        return String.join(" UNION ALL ", counts) + " ORDER BY view";
    }
}
