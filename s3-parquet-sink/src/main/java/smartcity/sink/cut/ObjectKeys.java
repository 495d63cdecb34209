package smartcity.sink.cut;

import java.time.LocalDate;
import java.util.Locale;
import org.apache.kafka.common.TopicPartition;

/// The names of the objects of one partition:
/// `data/<topic>/date=YYYY-MM-DD/hour=HH/<topic>-<partition>-<first>-<last>.parquet`
/// for rows, by the hour of their event time, and the same below `data/dead_letters/topic=<topic>/` for records that
/// could not become rows, by the hour of their Kafka timestamp. All hours are UTC.
public record ObjectKeys(Layout layout, TopicPartition partition) {
    /// The folder that no topic may be named like.
    public static final String DEAD_LETTERS = "dead_letters";

    /// Where this partition's topic has its rows.
    public String rowsFolder() {
        return layout.prefix() + "data/" + partition.topic() + "/";
    }

    /// Where this partition's topic has its dead letters.
    public String deadLettersFolder() {
        return layout.prefix() + "data/" + DEAD_LETTERS + "/topic=" + partition.topic() + "/";
    }

    /// The object of rows.
    ///
    /// @param hour hours since 1970-01-01T00:00Z
    public String rows(long hour, OffsetRange range) {
        return rowsFolder() + name(hour, range);
    }

    /// The object of dead letters; see [#rows].
    public String deadLetters(long hour, OffsetRange range) {
        return deadLettersFolder() + name(hour, range);
    }

    private String name(long hour, OffsetRange range) {
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(hour, 24L));
        return String.format(
                Locale.ROOT,
                "date=%s/hour=%02d/%s-%d-%d-%d.parquet",
                date,
                Math.floorMod(hour, 24L),
                partition.topic(),
                partition.partition(),
                range.start(),
                range.end() - 1);
    }
}
