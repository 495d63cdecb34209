/// Knows which fleets are possible: who configures one and who simulates it follow the same rules.
@NullMarked
package smartcity.fleet;

import org.jspecify.annotations.NullMarked;
