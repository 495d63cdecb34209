package smartcity.sink.file;

import smartcity.sink.row.Row;
import smartcity.sink.store.ObjectContent;

/// An [OpenFile] of rows, each with where in Kafka it comes from.
public interface RowFile {
    /// Appends the row; its content is copied.
    ///
    /// @param timestampMillis Kafka's timestamp [ms since 1970]; negative when there is none
    void write(Row row, long offset, long timestampMillis);

    /// See [OpenFile#rows].
    long rows();

    /// See [OpenFile#checksum].
    long checksum();

    /// See [OpenFile#sizeBytes].
    long sizeBytes();

    /// See [OpenFile#heldBytes].
    long heldBytes();

    /// See [OpenFile#finishingBytes].
    long finishingBytes();

    /// See [OpenFile#finish].
    ObjectContent finish(long lastOffset);
}
