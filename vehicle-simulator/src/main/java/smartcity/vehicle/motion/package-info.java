/// The vehicles of the fleet: their properties, timetables and motion.
@NullMarked
package smartcity.vehicle.motion;

import org.jspecify.annotations.NullMarked;
