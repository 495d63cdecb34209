/// One drain of the topic and what is measured of it.
@NullMarked
package smartcity.bench.drain;

import org.jspecify.annotations.NullMarked;
