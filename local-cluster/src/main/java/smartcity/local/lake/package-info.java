/// The landed Parquet files as tables, read by DuckDB: a reader that shares no code with the writer.
@NullMarked
package smartcity.local.lake;

import org.jspecify.annotations.NullMarked;
