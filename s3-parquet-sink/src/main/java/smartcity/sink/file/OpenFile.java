package smartcity.sink.file;

import smartcity.sink.store.ObjectContent;

/// A file being written in memory. It is complete only after [#finish]; one that is dropped before leaves nothing.
/// For one thread.
///
/// @param <T> what is written to it
public interface OpenFile<T> {
    /// Appends one row.
    void write(T row);

    /// Rows written.
    long rows();

    /// Sum of the [RecordChecksum] of the rows' records.
    long checksum();

    /// Memory that the file's rows take now, encoded or not yet [bytes, an estimate].
    long heldBytes();

    /// Completes the file and returns its bytes.
    ///
    /// @param lastOffset the last offset of the range it was cut from
    ObjectContent finish(long lastOffset);
}
