/// Rows written as Parquet in memory, without Hadoop at run time.
@NullMarked
package smartcity.sink.parquet;

import org.jspecify.annotations.NullMarked;
