/// How often the devices of a stream report, and what becomes of a stream when that changes.
@NullMarked
package smartcity.emission.rate;

import org.jspecify.annotations.NullMarked;
