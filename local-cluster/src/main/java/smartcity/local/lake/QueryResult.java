package smartcity.local.lake;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer to a query, as text.
///
/// @param columns names of the columns
/// @param numeric per column, whether it holds numbers
/// @param rows cells in the order of the columns; a null of SQL is null
/// @param complete false if there were more rows than asked for
public record QueryResult(
        List<String> columns, List<Boolean> numeric, List<List<@Nullable String>> rows, boolean complete) {
    public QueryResult {
        columns = List.copyOf(columns);
        numeric = List.copyOf(numeric);
        rows = List.copyOf(rows);
    }

    static QueryResult of(ResultSet result, int mostRows) throws SQLException {
        ResultSetMetaData meta = result.getMetaData();
        List<String> columns = new ArrayList<>();
        List<Boolean> numeric = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.add(meta.getColumnLabel(i));
            numeric.add(isNumeric(meta.getColumnType(i)));
        }
        List<List<@Nullable String>> rows = new ArrayList<>();
        while (result.next()) {
            if (rows.size() == mostRows) {
                return new QueryResult(columns, numeric, rows, false);
            }
            List<@Nullable String> cells = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                cells.add(result.getString(i));
            }
            rows.add(cells);
        }
        return new QueryResult(columns, numeric, rows, true);
    }

    private static boolean isNumeric(int type) {
        return switch (type) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> true;
            case Types.FLOAT, Types.REAL, Types.DOUBLE, Types.DECIMAL, Types.NUMERIC -> true;
            default -> false;
        };
    }
}
