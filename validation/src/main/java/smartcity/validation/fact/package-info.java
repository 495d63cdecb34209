/// Published figures of the real road beside the same quantities of the simulated one.
@NullMarked
package smartcity.validation.fact;

import org.jspecify.annotations.NullMarked;
