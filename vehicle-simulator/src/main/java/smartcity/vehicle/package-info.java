/// The vehicle simulator's shell: settings, channels, start.
@NullMarked
package smartcity.vehicle;

import org.jspecify.annotations.NullMarked;
