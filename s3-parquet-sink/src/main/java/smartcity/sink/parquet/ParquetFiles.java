package smartcity.sink.parquet;

import java.util.IdentityHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.parquet.schema.MessageType;
import smartcity.sink.schema.RecordSchema;

/// Opens Parquet files in memory: zstd-compressed, with the range they hold in their footer.
///
/// The content of a file is a function of the rows put into it, their order and the version of this writer. For one
/// thread; [#close] frees the native memory all files share.
public final class ParquetFiles implements FileFormat {
    /// Which file profile this is, told in each footer.
    public static final String WRITER = "smartcity-sink/2";

    /// The level at which vehicle records shrink well and fast [chosen, not measured].
    private static final int ZSTD_LEVEL = 3;

    private final ParquetFile.Shared shared = new ParquetFile.Shared(new Encoders(), new ZstdCodec(ZSTD_LEVEL));
    private final IdentityHashMap<RecordSchema, MessageType> types = new IdentityHashMap<>();

    @Override
    public RowFile rows(RecordSchema schema, TopicPartition partition, long firstOffset) {
        MessageType type = types.computeIfAbsent(schema, ColumnTypes::message);
        return new ParquetRows(new ParquetFile(type, shared), schema, new Origin(partition, firstOffset, schema.id()));
    }

    @Override
    public OpenFile<DeadLetter> deadLetters(TopicPartition partition, long firstOffset) {
        return new DeadLetters(
                new ParquetFile(DeadLetters.TYPE, shared),
                new Origin(partition, firstOffset, "urn:smartcity:schema:dead_letters:1"));
    }

    @Override
    public void close() {
        shared.codec().close();
    }
}
