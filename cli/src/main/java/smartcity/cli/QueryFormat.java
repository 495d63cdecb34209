package smartcity.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import smartcity.local.lake.QueryResult;
import smartcity.local.lake.TextTable;

/// How the answer to a query is printed. The names are what people type.
enum QueryFormat {
    /// Aligned columns, long cells cut.
    table,
    /// Comma-separated values of RFC 4180, with a heading. A null is an empty field, an empty text is `""`.
    csv,
    /// An array of objects with the types of DuckDB.
    json;

    /// The lines of an answer.
    List<String> lines(QueryResult rows) {
        return switch (this) {
            case table ->
                TextTable.lines(
                        rows.columns(),
                        rows.numeric(),
                        rows.rows().stream().map(QueryFormat::tableRow).toList());
            case csv ->
                Stream.concat(
                                Stream.of(csvLine(rows.columns().stream().map(QueryFormat::csvCell))),
                                rows.rows().stream()
                                        .map(row -> csvLine(row.stream().map(QueryFormat::csvCell))))
                        .toList();
            case json ->
                jsonLines(rows.rows().stream()
                        .map(row -> String.valueOf(row.getFirst()))
                        .toList());
        };
    }

    private static List<String> jsonLines(List<String> objects) {
        return objects.isEmpty() ? List.of("[]") : List.of("[" + String.join(",\n", objects) + "]");
    }

    private static List<String> tableRow(List<@Nullable String> row) {
        return row.stream().map(cell -> cell == null ? "NULL" : cell).toList();
    }

    private static String csvLine(Stream<String> cells) {
        return cells.collect(Collectors.joining(","));
    }

    private static String csvCell(@Nullable String cell) {
        if (cell == null) {
            return "";
        }
        boolean plain = !cell.isEmpty() && cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
