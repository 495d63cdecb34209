/// The commands of the launcher that runs the whole city on one machine, and their options.
@NullMarked
package smartcity.local;

import org.jspecify.annotations.NullMarked;
