/// The image a camera takes: a scene, drawn and encoded without AWT.
@NullMarked
package smartcity.vehicle.snapshot;

import org.jspecify.annotations.NullMarked;
