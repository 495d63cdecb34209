/// Incidents on the road: where and when they begin, how they live, and what is reported of them.
@NullMarked
package smartcity.incident.life;

import org.jspecify.annotations.NullMarked;
