/// Processes started here: their life, their logs, and whether they are ready.
@NullMarked
package smartcity.local.child;

import org.jspecify.annotations.NullMarked;
