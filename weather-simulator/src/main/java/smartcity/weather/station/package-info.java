/// The weather stations beside the road and their observations.
@NullMarked
package smartcity.weather.station;

import org.jspecify.annotations.NullMarked;
