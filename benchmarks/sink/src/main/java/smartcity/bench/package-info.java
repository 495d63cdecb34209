/// The command line of the benchmarks.
@NullMarked
package smartcity.bench;

import org.jspecify.annotations.NullMarked;
