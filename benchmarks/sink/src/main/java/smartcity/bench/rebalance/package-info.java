/// How long a consumer group takes to share its partitions again when members come and go.
@NullMarked
package smartcity.bench.rebalance;

import org.jspecify.annotations.NullMarked;
