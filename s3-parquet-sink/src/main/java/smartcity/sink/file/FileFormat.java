package smartcity.sink.file;

import org.apache.kafka.common.TopicPartition;
import smartcity.sink.schema.RecordSchema;

/// Opens the files of batches in memory. The content of a file is a function of what is put into it, and in
/// which order. For one thread.
public interface FileFormat extends AutoCloseable {
    /// Opens a file for rows of `schema` that come from `partition`, in a range that starts at `firstOffset`.
    RowFile rows(RecordSchema schema, TopicPartition partition, long firstOffset);

    /// Opens a file for dead letters of `partition`, in a range that starts at `firstOffset`.
    OpenFile<DeadLetter> deadLetters(TopicPartition partition, long firstOffset);

    /// The same, but with files compressed by `codec`, if this format has compression; [#close] of this one frees it,
    /// too.
    default FileFormat with(CompressionCodec codec) {
        return this;
    }

    /// Frees what all files share.
    @Override
    void close();
}
