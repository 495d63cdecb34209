/// What disturbs traffic: the weather on the road and lanes that are closed.
@NullMarked
package smartcity.disturbance;

import org.jspecify.annotations.NullMarked;
