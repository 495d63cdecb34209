package smartcity.sink.cut;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.common.TopicPartition;

/// Where rows go by their event time, so which of them share an object.
///
/// @param prefix of every key: empty, or a path that ends in a slash
/// @param template of the folders below it
/// @param window what event times are rounded down to, counted from midnight UTC
/// @param era of the topic, 0 for the first; objects of different eras have different names
public record Layout(String prefix, FolderTemplate template, Duration window, int era) {
    private static final long MICROS_PER_SECOND = 1_000_000;

    public Layout {
        if (prefix.startsWith("/") || (!prefix.isEmpty() && !prefix.endsWith("/"))) {
            throw new IllegalArgumentException("prefix must be empty or a path like lake/ but was " + prefix);
        }
        boolean wholeSeconds = window.isPositive() && window.equals(Duration.ofSeconds(window.toSeconds()));
        if (!wholeSeconds || Duration.ofDays(1).toSeconds() % window.toSeconds() != 0) {
            throw new IllegalArgumentException("window must be whole seconds that divide a day but was " + window);
        }
        if (era < 0) {
            throw new IllegalArgumentException("era must be at least 0 but was " + era);
        }
    }

    /// A layout of the first era.
    public Layout(String prefix, FolderTemplate template, Duration window) {
        this(prefix, template, window, 0);
    }

    /// The layout of topics that have no other: by hour.
    public static Layout byHour(String prefix) {
        return new Layout(prefix, FolderTemplate.BY_HOUR, Duration.ofHours(1));
    }

    /// The same layout in another era.
    public Layout inEra(int other) {
        return new Layout(prefix, template, window, other);
    }

    /// The names of the partition's objects.
    public ObjectKeys keys(TopicPartition partition) {
        return new ObjectKeys(prefix, partition, era);
    }

    /// The number of the window of an event, counted from 1970.
    ///
    /// @param micros since 1970-01-01T00:00Z
    public long windowOf(long micros) {
        return Math.floorDiv(micros, window.toSeconds() * MICROS_PER_SECOND);
    }

    /// The folder of a window's rows, with a slash at its end.
    ///
    /// @param values of the template's fields, escaped; see [FieldValue]
    public String folder(TopicPartition partition, long windowNumber, List<String> values) {
        LocalDateTime start = LocalDateTime.ofEpochSecond(windowNumber * window.toSeconds(), 0, ZoneOffset.UTC);
        return prefix + template.folder(partition, start, values);
    }

    /// The folder that all the partition's rows are below, with a slash at its end; empty for the whole bucket.
    public String root(TopicPartition partition) {
        return prefix + template.root(partition);
    }

    /// The folders that the partition's objects are below: of rows, in this layout or the usual one, and of
    /// dead letters. Folders of former layouts outside of these are not known.
    public List<String> everyFolder(TopicPartition partition) {
        String letters = keys(partition).deadLettersFolder();
        List<String> all = List.of(root(partition), byHour(prefix).root(partition), letters);
        return all.stream()
                .distinct()
                .filter(one -> all.stream().noneMatch(other -> !other.equals(one) && one.startsWith(other)))
                .toList();
    }

    /// Whether `key` may be the name of one of the partition's objects in this layout.
    public boolean makes(String key, TopicPartition partition) {
        String folder = key.substring(0, key.lastIndexOf('/') + 1);
        return folder.startsWith(keys(partition).deadLettersFolder())
                || (folder.startsWith(prefix) && template.makes(folder.substring(prefix.length()), partition));
    }
}
