/// Satellite receivers: fixes computed from a true place and motion.
@NullMarked
package smartcity.vehicle.gps;

import org.jspecify.annotations.NullMarked;
