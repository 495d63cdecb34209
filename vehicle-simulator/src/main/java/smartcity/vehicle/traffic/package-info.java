/// The state of all traffic on the road as a field over place and time.
@NullMarked
package smartcity.vehicle.traffic;

import org.jspecify.annotations.NullMarked;
