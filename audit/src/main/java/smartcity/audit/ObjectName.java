package smartcity.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;
import smartcity.audit.offsets.OffsetRun;

/// An object's name, the last part of its key, in whatever folders: `<topic>-<partition>-<first>-<last>.parquet`, with
/// `-e<era>` behind the partition in an era after the first.
///
/// @param place the partition and era
/// @param run the offset range of the object's cut
record ObjectName(PartitionEra place, OffsetRun run) {
    private static final Pattern NAME =
            Pattern.compile("(.+)-(\\d{1,9})(?:-e([1-9]\\d{0,8}))?-(\\d{1,18})-(\\d{1,18})\\.parquet");

    /// Parses the name at the end of a key; empty when it is not the name of a sink's object.
    static Optional<ObjectName> of(String key) {
        Matcher name = NAME.matcher(key.substring(key.lastIndexOf('/') + 1));
        if (!name.matches()) {
            return Optional.empty();
        }
        long first = Long.parseLong(name.group(4));
        long last = Long.parseLong(name.group(5));
        if (last < first) {
            return Optional.empty();
        }
        TopicPartition partition = new TopicPartition(name.group(1), Integer.parseInt(name.group(2)));
        int era = name.group(3) == null ? 0 : Integer.parseInt(name.group(3));
        return Optional.of(new ObjectName(new PartitionEra(partition, era), new OffsetRun(first, last)));
    }

    TopicPartition partition() {
        return place.partition();
    }
}
