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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import smartcity.local.child.LaunchException;
import smartcity.local.infra.BuiltProject;
import smartcity.local.infra.InfraSettings;
import smartcity.local.lake.LakeDatabase;
import smartcity.local.lake.QueryResult;
import smartcity.local.lake.TextTable;

/// `./smartcity query`: SQL on the lake.
@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs SQL (DuckDB) on the lake, with a view per topic and one of dead_letters, also while the city runs.",
            "Without SQL it lists the views and their rows."
        })
final class QueryCommand implements Callable<Integer> {
    /// Rows a table shows at most; CSV has no limit. Chosen, not measured.
    private static final int TABLE_ROWS = 1000;

    @Parameters(arity = "0..1", paramLabel = "SQL", description = "One statement, in quotes.")
    private @Nullable String sql;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of all data (default: .city in the repository).")
    private @Nullable Path data;

    @Option(names = "--csv", description = "Print comma-separated values instead of a table, all rows and whole cells.")
    private boolean csv;

    @Override
    public Integer call() {
        Path folder = data == null ? BuiltProject.atHome().data() : data;
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        try (LakeDatabase lake =
                LakeDatabase.open(InfraSettings.lake(folder.toAbsolutePath().normalize()))) {
            List<String> views = lake.topics();
            if (views.isEmpty()) {
                throw new LaunchException("Nothing has landed in " + folder + " yet: ./smartcity up fills it");
            }
            print(lake.query(sql == null ? rowsPerView(views) : sql, csv ? Integer.MAX_VALUE : TABLE_ROWS), out);
            return 0;
        } catch (SQLException e) {
            throw new LaunchException(sentence(e), e);
        } finally {
            out.flush();
        }
    }

    private void print(QueryResult rows, PrintStream out) {
        if (csv) {
            out.println(csv(rows.columns()));
            rows.rows().forEach(row -> out.println(csv(row)));
            return;
        }
        TextTable.lines(rows.columns(), rows.numeric(), rows.rows()).forEach(out::println);
        if (!rows.complete()) {
            out.println("The first " + TABLE_ROWS + " rows; --csv prints all");
        }
    }

    private static String rowsPerView(List<String> views) {
        List<String> counts = new ArrayList<>();
        views.forEach(view -> counts.add("SELECT '" + view + "' AS view, count(*) AS rows FROM \"" + view + '"'));
        return String.join(" UNION ALL ", counts) + " ORDER BY view";
    }

    private static String csv(List<String> cells) {
        return String.join(",", cells.stream().map(QueryCommand::csvCell).toList());
    }

    private static String csvCell(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /// DuckDB's first line says what is wrong; the lines below draw the place.
    private static String sentence(SQLException failure) {
        String message = String.valueOf(failure.getMessage())
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
        return "The query failed: "
                + message.replaceFirst("^java\\.sql\\.SQLException: ", "").strip();
    }
}
