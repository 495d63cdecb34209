package smartcity.sink.parquet;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.parquet.schema.MessageType;
import smartcity.sink.file.DeadLetter;
import smartcity.sink.file.FileForm;
import smartcity.sink.file.FileFormat;
import smartcity.sink.file.FileSettings;
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
    public static final String WRITER = "smartcity-sink/3";

    private final FileForm form;
    private final Map<FileForm, PageEncoders> encoders;
    private final Map<FileSettings, ParquetFiles> bySettings;
    private final ParquetFile.Shared shared;
    private final IdentityHashMap<RecordSchema, MessageType> types = new IdentityHashMap<>();

    /// A format with the usual settings.
    public ParquetFiles() {
        this(FileSettings.USUAL, new EnumMap<>(FileForm.class), new HashMap<>());
    }

    private ParquetFiles(
            FileSettings settings, Map<FileForm, PageEncoders> encoders, Map<FileSettings, ParquetFiles> bySettings) {
        this.form = settings.form();
        this.encoders = encoders;
        this.bySettings = bySettings;
        this.shared = new ParquetFile.Shared(
                encoders.computeIfAbsent(form, PageEncoders::of), new PageCodec(settings.codec(), form));
        bySettings.put(settings, this);
    }

    @Override
    public FileFormat with(FileSettings settings) {
        ParquetFiles known = bySettings.get(settings);
        return known == null ? new ParquetFiles(settings, encoders, bySettings) : known;
    }

    @Override
    public RowFile rows(RecordSchema schema, RecordOrigin origin, long firstOffset) {
        MessageType type = types.computeIfAbsent(schema, key -> ColumnTypes.message(key, form));
        return new ParquetRows(
                new ParquetFile(type, shared), schema, form, new FileOrigin(origin, firstOffset, form, schema.id()));
    }

    @Override
    public OpenFile<DeadLetter> deadLetters(RecordOrigin origin, long firstOffset) {
        return new DeadLetterFile(
                new ParquetFile(DeadLetterFile.TYPE, shared),
                new FileOrigin(origin, firstOffset, form, "urn:smartcity:schema:dead_letters:1"));
    }

    @Override
    public void close() {
        bySettings.values().forEach(files -> files.shared.codec().close());
    }
}
