/// Where a benchmark runs: Kafka, S3, a folder, and the machine.
@NullMarked
package smartcity.bench.cluster;

import org.jspecify.annotations.NullMarked;
