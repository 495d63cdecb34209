/// The weather over the corridor as a field: a pure function of seed, place and instant.
@NullMarked
package smartcity.weather.field;

import org.jspecify.annotations.NullMarked;
