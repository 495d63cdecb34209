/// The image of a camera: a scene, painted and encoded without AWT.
@NullMarked
package smartcity.vehicle.snapshot;

import org.jspecify.annotations.NullMarked;
