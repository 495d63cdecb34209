/// The disturbances of traffic: weather on the road and closed lanes.
@NullMarked
package smartcity.disturbance;

import org.jspecify.annotations.NullMarked;
