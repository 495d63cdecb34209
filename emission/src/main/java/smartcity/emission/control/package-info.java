/// The commands that operators give to a running city, and what carries them out.
@NullMarked
package smartcity.emission.control;

import org.jspecify.annotations.NullMarked;
