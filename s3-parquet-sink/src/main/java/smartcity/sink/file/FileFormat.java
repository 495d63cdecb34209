package smartcity.sink.file;

import smartcity.sink.schema.RecordSchema;

/// Opens the files of batches in memory. The content of a file is a function of what is put into it, and in
/// which order. For one thread.
public interface FileFormat extends AutoCloseable {
    /// Opens a file for rows of `schema` in a range that starts at `firstOffset`.
    RowFile rows(RecordSchema schema, RecordOrigin origin, long firstOffset);

    /// Opens a file for dead letters in a range that starts at `firstOffset`.
    OpenFile<DeadLetter> deadLetters(RecordOrigin origin, long firstOffset);

    /// The same, but with files by these settings, as far as this format has them; [#close] of this one frees it, too.
    default FileFormat with(FileSettings settings) {
        return this;
    }

    /// Frees what all files share.
    @Override
    void close();
}
