package smartcity.sink.simulation;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;

/// What the key of an object says of it, read independently of how the sink makes it.
///
/// @param hours since 1970 up to the start of the hour or day whose records the object has
/// @param daily whether it is a day
record SimObjectName(TopicPartition partition, int era, boolean deadLetters, long hours, boolean daily) {
    private static final Pattern KEY = Pattern.compile(".*/date=(\\d{4}-\\d\\d-\\d\\d)/(?:hour=(\\d\\d)/)?"
            + "([a-z]+)-(\\d+)(?:-e(\\d+))?-\\d+(-\\d+)?(-again\\d+)?\\.parquet");

    static SimObjectName of(String key) {
        Matcher matcher = KEY.matcher(key);
        if (!matcher.matches()) {
            throw new PromiseViolation(BrokenPromise.OTHER_CONTENT, "key has no meaning: " + key, null);
        }
        boolean daily = matcher.group(2) == null;
        long hours =
                LocalDate.parse(matcher.group(1)).toEpochDay() * 24 + (daily ? 0 : Integer.parseInt(matcher.group(2)));
        return new SimObjectName(
                new TopicPartition(matcher.group(3), Integer.parseInt(matcher.group(4))),
                matcher.group(5) == null ? 0 : Integer.parseInt(matcher.group(5)),
                key.contains("/dead_letters/"),
                hours,
                daily);
    }

    /// Whether the record is of its hour or day.
    boolean fits(SimRecord record) {
        long hour = record.hour(deadLetters);
        return daily ? Math.floorDiv(hour, 24L) * 24 == hours : hour == hours;
    }
}
