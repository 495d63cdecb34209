package smartcity.sink.batch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import smartcity.sink.cut.Layout;
import smartcity.sink.file.DeadLetter;
import smartcity.sink.file.FileFormat;
import smartcity.sink.file.OpenFile;
import smartcity.sink.file.RecordOrigin;
import smartcity.sink.file.RowFile;
import smartcity.sink.row.Row;
import smartcity.sink.store.NewObject;
import smartcity.sink.topic.RowPlacement;

/// The records held of one partition from an offset on: an open file for each folder of rows, and one for each hour
/// of dead letters. Which row is in which file follows from the records and the layout alone. For one thread.
public final class PartitionBatch {
    /// Stands for no event time. A primitive, as it is compared for each record.
    private static final long NO_ROW = Long.MIN_VALUE;

    private final RowPlacement placement;
    private final long start;
    private final OpenFiles open;
    private boolean full;
    private long records;
    private long deadLetters;
    private @Nullable String lastReason;
    private long ignored;
    private Instant openedAt = Instant.MAX;
    private long newestMicros = NO_ROW;

    /// @param start the first offset of the range
    /// @param room for files
    public PartitionBatch(FileFormat files, RowPlacement placement, RecordOrigin origin, long start, FileLimit room) {
        this.placement = placement;
        this.start = start;
        this.open = new OpenFiles(files, placement, origin, start, room);
    }

    /// Adds an accepted record, or returns false when there is no room for the file it needs: then nothing has changed,
    /// and the batch is [#full] until a record is added.
    ///
    /// @param row must be one of the batch's schema with a place in its layout; its content is copied
    /// @param timestampMillis Kafka's timestamp
    public boolean add(Row row, long offset, long timestampMillis, Instant now) {
        RowFile file = open.rows(row);
        if (file == null) {
            full = true;
            return false;
        }
        file.write(row, offset, timestampMillis);
        newestMicros = Math.max(newestMicros, row.eventMicros());
        count(now);
        full = false;
        return true;
    }

    /// Adds a record that could not become a row, or returns false like the other [#add].
    public boolean add(DeadLetter letter, Instant now) {
        OpenFile<DeadLetter> file = open.deadLetters(letter.timestampMillis());
        if (file == null) {
            full = true;
            return false;
        }
        file.write(letter);
        deadLetters++;
        lastReason = letter.reason();
        count(now);
        full = false;
        return true;
    }

    /// Counts a record that leaves no row, so that the batch is cut and the record not read again.
    public void ignore(Instant now) {
        ignored++;
        count(now);
    }

    private void count(Instant now) {
        if (records++ == 0) {
            openedAt = now;
        }
    }

    /// Why the layout has no folder for the row; empty when it has one.
    public Optional<String> refusal(Row row) {
        return placement.refusal(row);
    }

    /// Why the last record was refused for lack of room; empty when it was not.
    public Optional<CutCause> full() {
        return full ? open.refusal() : Optional.empty();
    }

    public Layout layout() {
        return placement.layout();
    }

    public long start() {
        return start;
    }

    /// Records held, dead letters and ignored ones included.
    public long records() {
        return records;
    }

    /// Dead letters held.
    public long deadLetters() {
        return deadLetters;
    }

    /// Reason of the last dead letter held, if there is one.
    public Optional<String> lastReason() {
        return Optional.ofNullable(lastReason);
    }

    /// Records that left no row.
    public long ignored() {
        return ignored;
    }

    /// When the first record arrived; only when there is one.
    public Instant openedAt() {
        return openedAt;
    }

    /// Event time of its newest row, if it has one.
    public Optional<Instant> newestEvent() {
        return newestMicros == NO_ROW
                ? Optional.empty()
                : Optional.of(Instant.EPOCH.plus(newestMicros, ChronoUnit.MICROS));
    }

    /// Open files: windows, and hours of dead letters.
    public int files() {
        return open.size();
    }

    /// Memory the open files take [bytes, an estimate].
    public long heldBytes() {
        return open.heldBytes();
    }

    /// Memory that [#close] takes beside [#heldBytes] [bytes, an estimate].
    public long finishingBytes() {
        return open.finishingBytes();
    }

    /// Size that the largest object would have now [bytes of Parquet, an estimate].
    public long largestBytes() {
        return open.largestBytes();
    }

    /// Finishes all files and returns them as the objects of `[start, end)`; the batch must not be used afterwards.
    public List<NewObject> close(long end) {
        return records == 0 ? List.of() : open.finish(end);
    }
}
