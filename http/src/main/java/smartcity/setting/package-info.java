/// What the settings of a service are called, as environment variables too, and the check of variables that set
/// nothing.
@NullMarked
package smartcity.setting;

import org.jspecify.annotations.NullMarked;
