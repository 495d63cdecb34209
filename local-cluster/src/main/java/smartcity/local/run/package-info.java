/// One run of the city: its settings, its services, what the user sees of it, and its orderly end.
@NullMarked
package smartcity.local.run;

import org.jspecify.annotations.NullMarked;
