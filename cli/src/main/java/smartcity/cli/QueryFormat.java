package smartcity.cli;

import java.util.List;
import java.util.stream.Stream;
import smartcity.local.lake.QueryResult;
import smartcity.local.lake.TextTable;

/// How the answer to a query is printed. The names are what people type.
enum QueryFormat {
    /// Aligned columns, long cells cut.
    table,
    /// Comma-separated values of RFC 4180, with a heading.
    csv,
    /// An array of objects with the types of DuckDB.
    json;

    /// The lines of an answer.
    List<String> lines(QueryResult rows) {
        return switch (this) {
            case table -> TextTable.lines(rows.columns(), rows.numeric(), rows.rows());
            case csv ->
                Stream.concat(Stream.of(rows.columns()), rows.rows().stream())
                        .map(QueryFormat::csvLine)
                        .toList();
            case json -> jsonLines(rows.rows().stream().map(List::getFirst).toList());
        };
    }

    private static List<String> jsonLines(List<String> objects) {
        return objects.isEmpty() ? List.of("[]") : List.of("[" + String.join(",\n", objects) + "]");
    }

    private static String csvLine(List<String> cells) {
        return String.join(",", cells.stream().map(QueryFormat::csvCell).toList());
    }

    private static String csvCell(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
