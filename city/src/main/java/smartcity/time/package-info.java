/// Simulated time, which every service computes alike, and who reports when.
@NullMarked
package smartcity.time;

import org.jspecify.annotations.NullMarked;
