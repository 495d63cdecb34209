/// One record as typed primitives, and the seam between value formats and everything behind them.
@NullMarked
package smartcity.sink.row;

import org.jspecify.annotations.NullMarked;
