/// What is told of the drains.
@NullMarked
package smartcity.bench.report;

import org.jspecify.annotations.NullMarked;
