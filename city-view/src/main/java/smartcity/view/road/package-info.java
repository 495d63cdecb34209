/// Where on the road a device is.
@NullMarked
package smartcity.view.road;

import org.jspecify.annotations.NullMarked;
