package smartcity.sink.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import smartcity.sink.cut.ObjectKeys;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.file.DeadLetter;
import smartcity.sink.file.FileFormat;
import smartcity.sink.file.OpenFile;
import smartcity.sink.file.RecordChecksum;
import smartcity.sink.file.RecordOrigin;
import smartcity.sink.file.RecordTimestamp;
import smartcity.sink.file.RowFile;
import smartcity.sink.row.Row;
import smartcity.sink.store.NewObject;
import smartcity.sink.topic.RowPlacement;

/// The files that rows and dead letters of one batch go to, opened when they are needed.
final class OpenFiles {
    /// Placements remembered, so that the name of a folder is made once for many rows [chosen, not measured].
    private static final int KNOWN_PLACEMENTS = 10_000;

    /// The input of a folder's name.
    private record FolderKey(long window, List<String> values) {}

    private final FileFormat files;
    private final RowPlacement placement;
    private final RecordOrigin origin;
    private final long start;
    private final FileLimit room;
    private final TreeMap<String, RowFile> folders = new TreeMap<>();
    private final TreeMap<Long, OpenFile<DeadLetter>> hours = new TreeMap<>();
    private final Map<FolderKey, RowFile> filesByKey = new HashMap<>();
    private long lastWindow;
    private List<String> lastValues = List.of();
    private @Nullable RowFile lastFile;
    private @Nullable CutCause refusal;

    /// @param room for files
    OpenFiles(FileFormat files, RowPlacement placement, RecordOrigin origin, long start, FileLimit room) {
        this.files = files;
        this.placement = placement;
        this.origin = origin;
        this.start = start;
        this.room = room;
    }

    /// The file for the row; null when there is no room for it, see [#refusal].
    @Nullable
    RowFile rows(Row row) {
        long window = placement.window(row);
        List<String> values = placement.values(row);
        RowFile file = lastFile;
        if (file == null || window != lastWindow || !values.equals(lastValues)) {
            file = rows(new FolderKey(window, values));
            lastFile = file;
            lastWindow = window;
            lastValues = values;
        }
        return file;
    }

    private @Nullable RowFile rows(FolderKey key) {
        RowFile file = filesByKey.get(key);
        if (file == null) {
            String folder = placement.layout().folder(origin.partition(), key.window, key.values);
            file = folders.get(folder);
            if (file == null) {
                file = files.rows(placement.stored(), origin, start);
                if (refused(file.heldBytes())) {
                    return null;
                }
                folders.put(folder, file);
            }
            if (filesByKey.size() == KNOWN_PLACEMENTS) {
                filesByKey.clear();
            }
            filesByKey.put(key, file);
        }
        return file;
    }

    private boolean refused(long bytes) {
        refusal = room.objection(size(), heldBytes(), bytes).orElse(null);
        return refusal != null;
    }

    /// Why the last file was not opened; empty when it was.
    Optional<CutCause> refusal() {
        return Optional.ofNullable(refusal);
    }

    /// The file for a dead letter of that time; null when there is no room for it, see [#refusal].
    @Nullable
    OpenFile<DeadLetter> deadLetters(long timestampMillis) {
        long hour = RecordTimestamp.hour(timestampMillis);
        OpenFile<DeadLetter> file = hours.get(hour);
        if (file == null) {
            file = files.deadLetters(origin, start);
            if (refused(file.heldBytes())) {
                return null;
            }
            hours.put(hour, file);
        }
        return file;
    }

    int size() {
        return folders.size() + hours.size();
    }

    /// What the object of the largest file takes at most about [bytes, an estimate].
    long largestBytes() {
        return each(RowFile::sizeBytes, OpenFile::sizeBytes).max().orElse(0);
    }

    /// Memory that all files take [bytes, an estimate].
    long heldBytes() {
        return each(RowFile::heldBytes, OpenFile::heldBytes).sum();
    }

    /// Memory that finishing them one after the other takes beside [#heldBytes] [bytes, an estimate].
    long finishingBytes() {
        return each(RowFile::finishingBytes, OpenFile::finishingBytes).max().orElse(0);
    }

    private LongStream each(ToLongFunction<RowFile> ofRows, ToLongFunction<OpenFile<DeadLetter>> ofLetters) {
        return LongStream.concat(
                folders.values().stream().mapToLong(ofRows),
                hours.values().stream().mapToLong(ofLetters));
    }

    /// Finishes them as the objects of the range that ends before `end`, one after the other: each is released before
    /// the next is finished. Nothing is open afterwards.
    List<NewObject> finish(long end) {
        ObjectKeys keys = placement.layout().keys(origin.partition());
        OffsetRange range = new OffsetRange(start, end);
        Map<String, String> labels = new HashMap<>(origin.labels());
        labels.put(ObjectCount.label(), Integer.toString(size()));
        filesByKey.clear();
        lastFile = null;
        List<NewObject> objects = new ArrayList<>();
        for (Map.Entry<String, RowFile> next; (next = folders.pollFirstEntry()) != null; ) {
            RowFile file = next.getValue();
            objects.add(new NewObject(
                    keys.rows(next.getKey(), range), file.rows(), with(file.checksum(), labels), file.finish(end - 1)));
        }
        for (Map.Entry<Long, OpenFile<DeadLetter>> next; (next = hours.pollFirstEntry()) != null; ) {
            OpenFile<DeadLetter> file = next.getValue();
            objects.add(new NewObject(
                    keys.deadLetters(next.getKey(), range),
                    file.rows(),
                    with(file.checksum(), labels),
                    file.finish(end - 1)));
        }
        return objects;
    }

    private static Map<String, String> with(long checksum, Map<String, String> labels) {
        Map<String, String> all = new HashMap<>(labels);
        Map.Entry<String, String> stated = RecordChecksum.label(checksum);
        all.put(stated.getKey(), stated.getValue());
        return all;
    }
}
