/// What a satellite receiver makes of a true place and motion.
@NullMarked
package smartcity.vehicle.gps;

import org.jspecify.annotations.NullMarked;
