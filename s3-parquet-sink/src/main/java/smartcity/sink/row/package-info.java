/// One record as typed primitives, and the interface between value formats and all other packages.
@NullMarked
package smartcity.sink.row;

import org.jspecify.annotations.NullMarked;
