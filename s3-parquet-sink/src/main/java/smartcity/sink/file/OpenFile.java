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

    /// What the file's rows take now, encoded or not yet: at most about what the object will take [bytes, an estimate].
    long sizeBytes();

    /// Memory that the file takes now, with what an open file costs whatever it has [bytes, an estimate].
    long heldBytes();

    /// Memory that [#finish] takes at most beside [#heldBytes], until it returns [bytes, an estimate].
    long finishingBytes();

    /// Completes the file and returns its bytes.
    ///
    /// @param lastOffset the last offset of the range it was cut from
    ObjectContent finish(long lastOffset);
}
