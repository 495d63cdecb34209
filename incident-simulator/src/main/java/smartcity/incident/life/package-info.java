/// Incidents on the road: their beginnings, places, courses and reports.
@NullMarked
package smartcity.incident.life;

import org.jspecify.annotations.NullMarked;
