/// The intervals at which the devices of a stream report, and their changes.
@NullMarked
package smartcity.emission.rate;

import org.jspecify.annotations.NullMarked;
