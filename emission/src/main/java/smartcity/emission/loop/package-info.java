/// The loop that emits events in the order of their timestamps, at the pace of simulated time, and the outlets it puts
/// them into.
@NullMarked
package smartcity.emission.loop;

import org.jspecify.annotations.NullMarked;
