/// The GPS fixes of selected vehicles.
@NullMarked
package smartcity.view.trace;

import org.jspecify.annotations.NullMarked;
