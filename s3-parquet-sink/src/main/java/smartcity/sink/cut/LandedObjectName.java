package smartcity.sink.cut;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the last part of an object's key says: `<topic>-<partition>-<first>-<last>.parquet`, with `-e<era>` behind the
/// partition in an era after the first.
public record LandedObjectName(String topic, int partition, int era, OffsetRange range) {
    private static final Pattern NAME =
            Pattern.compile("(.+)-(\\d{1,10})(?:-e([1-9]\\d{0,8}))?-(\\d{1,19})-(\\d{1,19})\\.parquet");

    /// The name in a key; empty when an object with that key is not one of the sink's.
    public static Optional<LandedObjectName> of(String key) {
        Matcher name = NAME.matcher(key.substring(key.lastIndexOf('/') + 1));
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            long first = Long.parseLong(name.group(4));
            long last = Long.parseLong(name.group(5));
            int era = name.group(3) == null ? 0 : Integer.parseInt(name.group(3));
            return last < first || last == Long.MAX_VALUE
                    ? Optional.empty()
                    : Optional.of(new LandedObjectName(
                            name.group(1), Integer.parseInt(name.group(2)), era, new OffsetRange(first, last + 1)));
        } catch (NumberFormatException e) {
            // More than a partition's number or an offset can be.
            return Optional.empty();
        }
    }
}
