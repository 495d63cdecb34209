package smartcity.local.lake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Admits one statement that reads, as DuckDB's own parser understands it: it can serialise such statements alone.
record ReadingStatement(Connection connection) {
    private static final String PARSED = "SELECT json_extract_string(parsed, '$.error') = 'true',"
            + " coalesce(json_extract_string(parsed, '$.error_type'), ''),"
            + " coalesce(json_array_length(parsed, '$.statements'), 0)"
            + " FROM (SELECT json_serialize_sql(CAST(? AS VARCHAR)) AS parsed)";

    /// What stands before the statement that is explained, which the parser does not serialise.
    private static final Pattern EXPLAIN = Pattern.compile("^\\s*explain(?:\\s+analyze)?\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern FIRST_WORD = Pattern.compile("^\\W*(\\w+)");

    /// Fails unless the text is one statement that reads. Text that does not parse is admitted: DuckDB refuses it
    /// whole.
    ///
    /// @throws QueryRefusedException with the rule
    void require(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PARSED)) {
            statement.setString(1, EXPLAIN.matcher(sql).replaceFirst(""));
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                boolean refused = result.getBoolean(1);
                if (refused && result.getString(2).equals("parser")) {
                    return;
                }
                int count = result.getInt(3);
                if (refused) {
                    throw new QueryRefusedException(
                            "query only reads: it takes SELECT, FROM, WITH, VALUES, DESCRIBE, SHOW, SUMMARIZE and EXPLAIN"
                                    + " but was given " + firstWord(sql));
                }
                if (count != 1) {
                    throw new QueryRefusedException(
                            "query takes one statement but was given " + (count == 0 ? "none" : count));
                }
            }
        }
    }

    private static String firstWord(String sql) {
        Matcher word = FIRST_WORD.matcher(sql);
        return word.find() ? word.group(1).toUpperCase(Locale.ROOT) : sql;
    }
}
