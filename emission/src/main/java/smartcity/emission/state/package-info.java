/// The last reports: the present state of what a simulator simulates.
@NullMarked
package smartcity.emission.state;

import org.jspecify.annotations.NullMarked;
