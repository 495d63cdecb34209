package smartcity.local.lake;

import java.sql.SQLException;

/// Why DuckDB has not run a statement, in its own words without those of its driver.
public final class DuckDbFailure {
    private DuckDbFailure() {}

    /// Its whole message, which draws the place below the statement.
    public static String reason(SQLException failure) {
        return String.valueOf(failure.getMessage())
                .replaceFirst("^(?:java\\.sql\\.SQLException: )+", "")
                .stripTrailing();
    }
}
