/// The fleet as a source of events.
@NullMarked
package smartcity.vehicle.fleet;

import org.jspecify.annotations.NullMarked;
