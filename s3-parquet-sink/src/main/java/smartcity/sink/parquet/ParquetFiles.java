package smartcity.sink.parquet;

import org.apache.kafka.common.TopicPartition;
import org.apache.parquet.schema.MessageType;
import smartcity.sink.schema.RecordSchema;

/// Opens Parquet files in memory: zstd-compressed, with the range they hold in their footer.
///
/// The content of a file is a function of the rows put into it, their order and the version of this writer. For one
/// thread; [#close] frees the native memory all files share.
public final class ParquetFiles implements FileFormat {
    /// Which file profile this is, told in each footer.
    public static final String WRITER = "smartcity-sink/1";

    /// The level at which vehicle records shrink well and fast [chosen, not measured].
    private static final int ZSTD_LEVEL = 3;

    private final ZstdCodec codec = new ZstdCodec(ZSTD_LEVEL);

    @Override
    public RowFile rows(RecordSchema schema, TopicPartition partition, long firstOffset) {
        RowWriter rowWriter = new RowWriter(schema, partition.partition());
        MessageType type = ColumnTypes.message(schema);
        return new ParquetRows(
                rowWriter, open(type, new Support<>(type, rowWriter::write), schema.id(), partition, firstOffset));
    }

    @Override
    public OpenFile<DeadLetter> deadLetters(TopicPartition partition, long firstOffset) {
        Support<DeadLetter> support = new Support<>(DeadLetter.TYPE, DeadLetter::write);
        return open(DeadLetter.TYPE, support, "urn:smartcity:schema:dead_letters:1", partition, firstOffset);
    }

    private <T> ParquetFile<T> open(
            MessageType type, Support<T> support, String schemaId, TopicPartition partition, long firstOffset) {
        support.footer.put("smartcity.topic", partition.topic());
        support.footer.put("smartcity.partition", Integer.toString(partition.partition()));
        support.footer.put("smartcity.offset.first", Long.toString(firstOffset));
        support.footer.put("smartcity.schema", schemaId);
        support.footer.put("smartcity.writer", WRITER);
        MemoryFile file = new MemoryFile();
        return new ParquetFile<>(file, WriterFor.open(file, type, support, codec), support);
    }

    @Override
    public void close() {
        codec.close();
    }
}
