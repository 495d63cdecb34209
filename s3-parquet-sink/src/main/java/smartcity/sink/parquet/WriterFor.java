package smartcity.sink.parquet;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/// Builds writers of the sink's file profile.
///
/// Pages of format version 2: whole numbers and times delta-encoded, booleans run-length-encoded. Text has a
/// dictionary, which the writer gives up where it does not pay; doubles are split by byte, which compresses them
/// better (UUIDs would be, too, but DuckDB 1.5 cannot read that). Statistics and page index for every column but
/// raw bytes.
final class WriterFor<T> extends ParquetWriter.Builder<T, WriterFor<T>> {
    /// Bytes of one row group before compression [chosen, not measured].
    private static final long ROW_GROUP_BYTES = 64L * 1024 * 1024;

    private final WriteSupport<T> support;

    private WriterFor(MemoryFile file, WriteSupport<T> support) {
        super(file);
        this.support = support;
    }

    static <T> ParquetWriter<T> open(MemoryFile file, MessageType type, WriteSupport<T> support, ZstdCodec codec) {
        WriterFor<T> builder = new WriterFor<>(file, support)
                .withConf(new PlainParquetConfiguration())
                .withCodecFactory(codec)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withWriterVersion(WriterVersion.PARQUET_2_0)
                .withRowGroupSize(ROW_GROUP_BYTES);
        for (String[] path : type.getPaths()) {
            builder.tune(
                    String.join(".", List.of(path)),
                    type.getColumnDescription(path).getPrimitiveType());
        }
        try {
            return builder.build();
        } catch (IOException e) {
            throw new IllegalStateException("Failed to open a Parquet file in memory", e);
        }
    }

    private void tune(String path, PrimitiveType type) {
        boolean text = type.getLogicalTypeAnnotation() instanceof StringLogicalTypeAnnotation;
        PrimitiveTypeName name = type.getPrimitiveTypeName();
        withDictionaryEncoding(path, text);
        withByteStreamSplitEncoding(path, name == PrimitiveTypeName.DOUBLE);
        if (name == PrimitiveTypeName.BINARY && !text) {
            withStatisticsEnabled(path, false);
        }
    }

    @Override
    protected WriterFor<T> self() {
        return this;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract, though nobody calls it
    protected WriteSupport<T> getWriteSupport(Configuration configuration) {
        throw new UnsupportedOperationException("Failed to configure a writer by Hadoop: it is not there");
    }

    @Override
    protected WriteSupport<T> getWriteSupport(ParquetConfiguration configuration) {
        return support;
    }
}
