package smartcity.sink.cut;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;

/// Offsets from `start` up to, not including, `end`.
public record OffsetRange(long start, long end) {
    private static final Pattern NAME =
            Pattern.compile("(.+)-(\\d+)(?:-e([1-9]\\d{0,8}))?-(\\d{1,18})-(\\d{1,18})\\.parquet");

    public OffsetRange {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("range must not be empty but was [" + start + ", " + end + ")");
        }
    }

    /// The range in the last part of an object's key; empty when the object is not one of this partition in this era.
    public static Optional<OffsetRange> of(TopicPartition partition, int era, String key) {
        Matcher name = NAME.matcher(key.substring(key.lastIndexOf('/') + 1));
        if (!name.matches()
                || !name.group(1).equals(partition.topic())
                || !name.group(2).equals(Integer.toString(partition.partition()))
                || era != (name.group(3) == null ? 0 : Integer.parseInt(name.group(3)))) {
            return Optional.empty();
        }
        long first = Long.parseLong(name.group(4));
        long last = Long.parseLong(name.group(5));
        return last < first ? Optional.empty() : Optional.of(new OffsetRange(first, last + 1));
    }
}
