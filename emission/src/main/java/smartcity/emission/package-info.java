/// How a simulator emits: in the pace of simulated time, through reactive messaging channels, with backpressure.
@NullMarked
package smartcity.emission;

import org.jspecify.annotations.NullMarked;
