package smartcity.sink.batch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import smartcity.sink.cut.Layout;
import smartcity.sink.cut.ObjectKeys;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.parquet.DeadLetter;
import smartcity.sink.parquet.FileFormat;
import smartcity.sink.parquet.OpenFile;
import smartcity.sink.parquet.RowFile;
import smartcity.sink.row.Row;
import smartcity.sink.schema.RecordSchema;
import smartcity.sink.store.Content;
import smartcity.sink.store.NewObject;

/// What is held of one partition from an offset on: an open file for each hour of event time, and one for each hour in
/// which dead letters came. Which row is in which file follows from the records alone. For one thread.
public final class PartitionBatch {
    private static final long MICROS_PER_HOUR = 3_600_000_000L;
    private static final long MILLIS_PER_HOUR = 3_600_000L;

    private final FileFormat files;
    private final RecordSchema schema;
    private final TopicPartition partition;
    private final long start;
    private final Map<Long, RowFile> windows = new TreeMap<>();
    private final Map<Long, OpenFile<DeadLetter>> deadLetters = new TreeMap<>();
    private long lastHour = Long.MIN_VALUE;
    private @Nullable RowFile lastWindow;
    private long records;
    private long refused;
    private Instant openedAt = Instant.MAX;

    /// @param start the first offset of the range
    public PartitionBatch(FileFormat files, RecordSchema schema, TopicPartition partition, long start) {
        this.files = files;
        this.schema = schema;
        this.partition = partition;
        this.start = start;
    }

    /// Adds an accepted record.
    ///
    /// @param row must be one of the batch's schema; its content is copied
    /// @param timestampMillis Kafka's timestamp
    public void add(Row row, long offset, long timestampMillis, Instant now) {
        long hour = Math.floorDiv(row.longAt(schema.eventTime().slot()), MICROS_PER_HOUR);
        RowFile window = lastWindow;
        if (window == null || hour != lastHour) {
            window = windows.computeIfAbsent(hour, _ -> files.rows(schema, partition, start));
            lastWindow = window;
            lastHour = hour;
        }
        window.write(row, offset, timestampMillis);
        count(now);
    }

    /// Adds a record that could not become a row.
    public void add(DeadLetter letter, Instant now) {
        long hour = Math.floorDiv(Math.max(0, letter.timestampMillis()), MILLIS_PER_HOUR);
        deadLetters
                .computeIfAbsent(hour, _ -> files.deadLetters(partition, start))
                .write(letter);
        refused++;
        count(now);
    }

    private void count(Instant now) {
        if (records++ == 0) {
            openedAt = now;
        }
    }

    public long start() {
        return start;
    }

    /// Records held, dead letters included.
    public long records() {
        return records;
    }

    /// Dead letters held.
    public long refused() {
        return refused;
    }

    /// When the first record came; [Instant#MAX] when none has.
    public Instant openedAt() {
        return openedAt;
    }

    /// Memory the open files take [bytes, an estimate].
    public long heldBytes() {
        long bytes = 0;
        for (RowFile window : windows.values()) {
            bytes += window.heldBytes();
        }
        for (OpenFile<DeadLetter> file : deadLetters.values()) {
            bytes += file.heldBytes();
        }
        return bytes;
    }

    /// Finishes all files and returns them as the objects of `[start, end)`; the batch must not be used afterwards.
    public List<NewObject> close(long end, Layout layout) {
        if (records == 0) {
            return List.of();
        }
        ObjectKeys keys = new ObjectKeys(layout, partition);
        OffsetRange range = new OffsetRange(start, end);
        List<NewObject> objects = new ArrayList<>();
        windows.forEach((hour, file) -> objects.add(object(keys.rows(hour, range), file.rows(), file.finish(end - 1))));
        deadLetters.forEach(
                (hour, file) -> objects.add(object(keys.deadLetters(hour, range), file.rows(), file.finish(end - 1))));
        return objects;
    }

    private static NewObject object(String key, long rows, Content content) {
        return new NewObject(key, rows, content);
    }
}
