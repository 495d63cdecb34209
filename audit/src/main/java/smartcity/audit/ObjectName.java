package smartcity.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;
import smartcity.audit.offsets.OffsetRun;

/// What the last part of a key says, whatever folders stand before it: `<topic>-<partition>-<first>-<last>.parquet`.
///
/// @param run the offsets the object's cut has
record ObjectName(TopicPartition partition, OffsetRun run) {
    private static final Pattern NAME = Pattern.compile("(.+)-(\\d{1,9})-(\\d{1,18})-(\\d{1,18})\\.parquet");

    /// Empty when the key is not one of a sink's object.
    static Optional<ObjectName> of(String key) {
        Matcher name = NAME.matcher(key.substring(key.lastIndexOf('/') + 1));
        if (!name.matches()) {
            return Optional.empty();
        }
        long first = Long.parseLong(name.group(3));
        long last = Long.parseLong(name.group(4));
        if (last < first) {
            return Optional.empty();
        }
        TopicPartition partition = new TopicPartition(name.group(1), Integer.parseInt(name.group(2)));
        return Optional.of(new ObjectName(partition, new OffsetRun(first, last)));
    }
}
