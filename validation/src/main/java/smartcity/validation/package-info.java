/// Compares a simulated day with published figures and writes a page with charts.
@NullMarked
package smartcity.validation;

import org.jspecify.annotations.NullMarked;
