/// Reads JSON values from their bytes directly into a row, and names the rule that a broken value breaks.
@NullMarked
package smartcity.sink.json;

import org.jspecify.annotations.NullMarked;
