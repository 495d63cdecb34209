/// What is known of the real road, and what the simulated one makes of it.
@NullMarked
package smartcity.validation.fact;

import org.jspecify.annotations.NullMarked;
