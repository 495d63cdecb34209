package smartcity.sink.row;

import java.nio.ByteBuffer;

/// Turns the value of a record into a row, for one value format.
///
/// The verdict is a function of the value alone, so that a record read again gets the same one. For one thread.
public interface RowConverter {
    /// Fills the converter's row from `value`; neither position nor content of the value changes, and the row is valid
    /// only while the value's bytes are.
    ConversionResult convert(ByteBuffer value);
}
