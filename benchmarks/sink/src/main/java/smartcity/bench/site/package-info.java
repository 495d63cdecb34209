/// Where a benchmark runs: Kafka, S3, a folder, and the machine.
@NullMarked
package smartcity.bench.site;

import org.jspecify.annotations.NullMarked;
