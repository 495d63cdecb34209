package smartcity.sink.parquet;

import org.apache.parquet.column.Encoding;
import smartcity.sink.file.FileForm;
import smartcity.sink.parquet.ColumnValues.Page;

/// Turns the values of a page into bytes, as the form of the file has them. One set serves all columns of all files of
/// that form of a thread, one page after the other; what a method returns is valid until the next page.
sealed interface PageEncoders permits CompactEncoders, CompatibleEncoders {
    /// The encoders of that form.
    static PageEncoders of(FileForm form) {
        return switch (form) {
            case COMPATIBLE -> new CompatibleEncoders();
            case COMPACT -> new CompactEncoders();
        };
    }

    FileForm form();

    /// Whether a page keeps its levels apart from its values, uncompressed: version 2 of the format.
    boolean levelsApart();

    /// What the pages of numbers of a dictionary, and their dictionary, say of their encoding.
    ///
    /// @param entries whether of the dictionary
    Encoding ofDictionary(boolean entries);

    Page booleans(byte[] values, int count);

    /// Whole numbers of 32 bits.
    ///
    /// @param dictionary of the column, used where the form has one for such values and it saves something
    Page ints(int[] values, int count, LongDictionary dictionary);

    /// The same for 64 bits.
    Page longs(long[] values, int count, LongDictionary dictionary);

    /// The same for doubles, given by their bits.
    Page doubles(long[] bits, int count, LongDictionary dictionary);

    /// Byte strings of any length, without a dictionary.
    Page strings(ByteStringArena strings);

    /// Numbers of entries of a dictionary that has `size` now: the width, then the numbers.
    default Page byDictionary(int[] numbers, int count, int size) {
        return new Page(ofDictionary(false), scratch().byDictionary(numbers, count, size));
    }

    /// What encoding needs to work in.
    EncoderScratch scratch();
}
