package smartcity.sink.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import smartcity.sink.cut.ObjectKeys;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.file.DeadLetter;
import smartcity.sink.file.FileFormat;
import smartcity.sink.file.OpenFile;
import smartcity.sink.file.RecordChecksum;
import smartcity.sink.file.RecordOrigin;
import smartcity.sink.file.RowFile;
import smartcity.sink.row.Row;
import smartcity.sink.store.NewObject;
import smartcity.sink.topic.RowPlacement;

/// The files that rows and dead letters of one batch go to, opened when they are needed.
final class OpenFiles {
    private static final long MILLIS_PER_HOUR = 3_600_000L;

    /// Placements remembered, so that the name of a folder is made once for many rows [chosen, not measured].
    private static final int KNOWN_PLACEMENTS = 10_000;

    /// The input of a folder's name.
    private record FolderKey(long window, List<String> values) {}

    private final FileFormat files;
    private final RowPlacement placement;
    private final RecordOrigin origin;
    private final long start;
    private final int most;
    private final Map<String, RowFile> folders = new TreeMap<>();
    private final Map<Long, OpenFile<DeadLetter>> hours = new TreeMap<>();
    private final Map<FolderKey, RowFile> filesByKey = new HashMap<>();
    private long lastWindow;
    private List<String> lastValues = List.of();
    private @Nullable RowFile lastFile;

    /// @param most files at most
    OpenFiles(FileFormat files, RowPlacement placement, RecordOrigin origin, long start, int most) {
        this.files = files;
        this.placement = placement;
        this.origin = origin;
        this.start = start;
        this.most = most;
    }

    /// The file for the row; null when it would be one too many.
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
                if (size() == most) {
                    return null;
                }
                file = files.rows(placement.stored(), origin, start);
                folders.put(folder, file);
            }
            if (filesByKey.size() == KNOWN_PLACEMENTS) {
                filesByKey.clear();
            }
            filesByKey.put(key, file);
        }
        return file;
    }

    /// The file for a dead letter of that time; null when it would be one too many.
    @Nullable
    OpenFile<DeadLetter> deadLetters(long timestampMillis) {
        long hour = Math.floorDiv(Math.max(0, timestampMillis), MILLIS_PER_HOUR);
        OpenFile<DeadLetter> file = hours.get(hour);
        if (file == null && size() < most) {
            file = files.deadLetters(origin, start);
            hours.put(hour, file);
        }
        return file;
    }

    int size() {
        return folders.size() + hours.size();
    }

    /// What each file takes [bytes, an estimate].
    LongStream heldBytes() {
        return LongStream.concat(
                folders.values().stream().mapToLong(RowFile::heldBytes),
                hours.values().stream().mapToLong(OpenFile::heldBytes));
    }

    /// Finishes them as the objects of the range that ends before `end`.
    List<NewObject> finish(long end) {
        ObjectKeys keys = placement.layout().keys(origin.partition());
        OffsetRange range = new OffsetRange(start, end);
        Map<String, String> labels = new HashMap<>(origin.labels());
        labels.put(ObjectCount.label(), Integer.toString(size()));
        List<NewObject> objects = new ArrayList<>();
        folders.forEach((folder, file) -> objects.add(new NewObject(
                keys.rows(folder, range), file.rows(), with(file.checksum(), labels), file.finish(end - 1))));
        hours.forEach((hour, file) -> objects.add(new NewObject(
                keys.deadLetters(hour, range), file.rows(), with(file.checksum(), labels), file.finish(end - 1))));
        return objects;
    }

    private static Map<String, String> with(long checksum, Map<String, String> labels) {
        Map<String, String> all = new HashMap<>(labels);
        Map.Entry<String, String> stated = RecordChecksum.label(checksum);
        all.put(stated.getKey(), stated.getValue());
        return all;
    }
}
