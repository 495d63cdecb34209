/// What a simulator has received of weather and incidents, and the gate that waits until it has received enough.
@NullMarked
package smartcity.emission.coupling;

import org.jspecify.annotations.NullMarked;
