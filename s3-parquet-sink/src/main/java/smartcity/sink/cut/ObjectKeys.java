package smartcity.sink.cut;

import java.time.LocalDate;
import java.util.Locale;
import org.apache.kafka.common.TopicPartition;

/// The names of the objects of one partition's range: `<topic>-<partition>-<first>-<last>.parquet`, for rows
/// in the folder that their layout gives, for records that could not become rows in
/// `data/dead_letters/topic=<topic>/date=YYYY-MM-DD/hour=HH/` by the hour of their Kafka timestamp in UTC. In
/// an era after the first, the name has `-e<era>` behind the partition.
public record ObjectKeys(String prefix, TopicPartition partition, int era) {
    private static final String DEAD_LETTERS = "data/dead_letters/";

    /// Whether this folder is one of dead letters, or below one.
    public boolean isAmongDeadLetters(String folder) {
        return folder.startsWith(prefix + DEAD_LETTERS);
    }

    /// Where this partition's topic has its dead letters.
    public String deadLettersFolder() {
        return prefix + DEAD_LETTERS + "topic=" + partition.topic() + "/";
    }

    /// The object of rows.
    public String rows(String folder, OffsetRange range) {
        return folder + name(range);
    }

    /// The object of dead letters.
    ///
    /// @param hour hours since 1970-01-01T00:00Z
    public String deadLetters(long hour, OffsetRange range) {
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(hour, 24L));
        return String.format(
                Locale.ROOT,
                "%sdate=%s/hour=%02d/%s",
                deadLettersFolder(),
                date,
                Math.floorMod(hour, 24L),
                name(range));
    }

    private String name(OffsetRange range) {
        String behindPartition = era == 0 ? "-" : "-e" + era + "-";
        return partition.topic() + "-" + partition.partition() + behindPartition + range.start() + "-"
                + (range.end() - 1) + ".parquet";
    }
}
