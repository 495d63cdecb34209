/// The demand of vehicles by place and time.
@NullMarked
package smartcity.demand;

import org.jspecify.annotations.NullMarked;
