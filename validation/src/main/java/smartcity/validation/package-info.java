/// A simulated day beside the facts it is built from, as a page with charts.
@NullMarked
package smartcity.validation;

import org.jspecify.annotations.NullMarked;
