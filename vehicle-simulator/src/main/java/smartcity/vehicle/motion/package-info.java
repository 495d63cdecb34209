/// The vehicles of the fleet: who they are, when they drive, and how they move.
@NullMarked
package smartcity.vehicle.motion;

import org.jspecify.annotations.NullMarked;
