/// Compares what the sink estimates of its memory with the live heap.
@NullMarked
package smartcity.bench.estimate;

import org.jspecify.annotations.NullMarked;
