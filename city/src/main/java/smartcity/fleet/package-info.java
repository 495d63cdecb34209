/// Which fleets are possible: the same rules for configuration and simulation.
@NullMarked
package smartcity.fleet;

import org.jspecify.annotations.NullMarked;
