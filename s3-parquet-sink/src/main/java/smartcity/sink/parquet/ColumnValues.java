package smartcity.sink.parquet;

import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.jspecify.annotations.Nullable;
import smartcity.sink.row.Row;

/// The values of one column, without its nulls, that are not in a page yet: kept as they are, and encoded all at once
/// when the page ends, so that a value costs a store and the encoders can be shared by all columns of all files.
sealed interface ColumnValues permits BooleanValues, FixedBytesValues, IntValues, LongValues, TextValues {
    /// The values of one page.
    ///
    /// @param bytes valid until the next page is encoded
    record Page(Encoding encoding, BytesInput bytes) {}

    /// Adds the value in that slot.
    void add(Row row, int slot);

    /// How many were added since the last page.
    int count();

    /// About what they take [bytes].
    int pendingBytes();

    /// Encodes what was added since the last page, at least one value, and forgets it.
    ///
    /// @param statistics learns the least and the greatest value
    Page encode(PageEncoders encoders, Statistics<?> statistics);

    /// The dictionary that pages since the last call refer to, which ends with it; null when none does.
    default @Nullable DictionaryPage takeDictionary() {
        return null;
    }
}
