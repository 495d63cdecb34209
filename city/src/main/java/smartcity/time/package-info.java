/// Simulated time, the same in every service, and the schedule of reports.
@NullMarked
package smartcity.time;

import org.jspecify.annotations.NullMarked;
