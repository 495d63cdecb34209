/// The road from London to Birmingham: its course, limits, lanes and junctions.
@NullMarked
package smartcity.road;

import org.jspecify.annotations.NullMarked;
