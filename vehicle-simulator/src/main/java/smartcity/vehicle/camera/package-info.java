/// The roadside cameras: their measurements and the vehicles in their images.
@NullMarked
package smartcity.vehicle.camera;

import org.jspecify.annotations.NullMarked;
