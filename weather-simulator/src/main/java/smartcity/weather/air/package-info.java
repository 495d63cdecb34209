/// The air beside the road: emissions of traffic, effects of weather, and air quality indices.
@NullMarked
package smartcity.weather.air;

import org.jspecify.annotations.NullMarked;
