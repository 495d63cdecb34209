/// JSON values read from their bytes straight into a row, with every way a value can be broken told apart.
@NullMarked
package smartcity.sink.json;

import org.jspecify.annotations.NullMarked;
