/// The weather stations beside the road and what they observe.
@NullMarked
package smartcity.weather.station;

import org.jspecify.annotations.NullMarked;
