package smartcity.sink.parquet;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/// Writes one kind of thing as messages of one type, and what is known of the file at its end into its footer.
final class Support<T> extends WriteSupport<T> {
    private final MessageType type;
    private final BiConsumer<T, RecordConsumer> writer;
    private @Nullable RecordConsumer consumer;

    /// What the footer will say.
    final Map<String, String> footer = new HashMap<>();

    /// @param writer writes the fields of one message
    Support(MessageType type, BiConsumer<T, RecordConsumer> writer) {
        this.type = type;
        this.writer = writer;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract, though nobody calls it
    public WriteContext init(Configuration configuration) {
        throw new UnsupportedOperationException("Failed to configure a writer by Hadoop: it is not there");
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(type, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        consumer = recordConsumer;
    }

    @Override
    public void write(T thing) {
        RecordConsumer to = consumer;
        if (to == null) {
            throw new IllegalStateException("Failed to write a row: the file is not open");
        }
        to.startMessage();
        writer.accept(thing, to);
        to.endMessage();
    }

    @Override
    public FinalizedWriteContext finalizeWrite() {
        return new FinalizedWriteContext(footer);
    }
}
