/// Measures the path of a record from JSON bytes to rows to Parquet objects, without Kafka and S3.
@NullMarked
package smartcity.bench.codec;

import org.jspecify.annotations.NullMarked;
