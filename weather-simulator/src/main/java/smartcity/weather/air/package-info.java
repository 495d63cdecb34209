/// The air beside the road: what traffic puts into it, what the weather does with it, and the indices it gets.
@NullMarked
package smartcity.weather.air;

import org.jspecify.annotations.NullMarked;
