/// Simulated time, which every service computes alike.
@NullMarked
package smartcity.time;

import org.jspecify.annotations.NullMarked;
