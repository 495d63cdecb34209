package smartcity.sink.parquet;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.parquet.schema.MessageType;
import smartcity.sink.file.CompressionCodec;
import smartcity.sink.file.DeadLetter;
import smartcity.sink.file.FileFormat;
import smartcity.sink.file.OpenFile;
import smartcity.sink.file.RecordOrigin;
import smartcity.sink.file.RowFile;
import smartcity.sink.schema.RecordSchema;

/// Opens Parquet files in memory: compressed, with the range they hold in their footer.
///
/// The content of a file is a function of the rows put into it, their order and the version of this writer. For one
/// thread; [#close] frees the native memory all files share.
public final class ParquetFiles implements FileFormat {
    /// The profile of these files, as each footer states it.
    public static final String WRITER = "smartcity-sink/2";

    private final PageEncoders encoders;
    private final Map<CompressionCodec, ParquetFiles> byCodec;
    private final ParquetFile.Shared shared;
    private final IdentityHashMap<RecordSchema, MessageType> types = new IdentityHashMap<>();

    /// A format with the usual codec.
    public ParquetFiles() {
        this(CompressionCodec.USUAL, new PageEncoders(), new HashMap<>());
    }

    private ParquetFiles(CompressionCodec codec, PageEncoders encoders, Map<CompressionCodec, ParquetFiles> byCodec) {
        this.encoders = encoders;
        this.byCodec = byCodec;
        this.shared = new ParquetFile.Shared(encoders, new PageCodec(codec));
        byCodec.put(codec, this);
    }

    @Override
    public FileFormat with(CompressionCodec codec) {
        ParquetFiles known = byCodec.get(codec);
        return known == null ? new ParquetFiles(codec, encoders, byCodec) : known;
    }

    @Override
    public RowFile rows(RecordSchema schema, RecordOrigin origin, long firstOffset) {
        MessageType type = types.computeIfAbsent(schema, ColumnTypes::message);
        return new ParquetRows(new ParquetFile(type, shared), schema, new FileOrigin(origin, firstOffset, schema.id()));
    }

    @Override
    public OpenFile<DeadLetter> deadLetters(RecordOrigin origin, long firstOffset) {
        return new DeadLetterFile(
                new ParquetFile(DeadLetterFile.TYPE, shared),
                new FileOrigin(origin, firstOffset, "urn:smartcity:schema:dead_letters:1"));
    }

    @Override
    public void close() {
        byCodec.values().forEach(files -> files.shared.codec().close());
    }
}
