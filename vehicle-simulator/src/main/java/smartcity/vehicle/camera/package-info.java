/// The roadside cameras: what they count and whom they see.
@NullMarked
package smartcity.vehicle.camera;

import org.jspecify.annotations.NullMarked;
