package smartcity.sink.simulation;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;

/// What the key of an object says of it, read independently of how the sink makes it.
///
/// @param hour since 1970
record SimObjectName(TopicPartition partition, long hour) {
    private static final Pattern KEY = Pattern.compile(
            ".*/date=(\\d{4}-\\d\\d-\\d\\d)/hour=(\\d\\d)/([a-z]+)-(\\d+)-\\d+(-\\d+)?(-again\\d+)?\\.parquet");

    static SimObjectName of(String key) {
        Matcher matcher = KEY.matcher(key);
        if (!matcher.matches()) {
            throw new PromiseViolation("key has no meaning: " + key);
        }
        long hour = LocalDate.parse(matcher.group(1)).toEpochDay() * 24 + Integer.parseInt(matcher.group(2));
        return new SimObjectName(new TopicPartition(matcher.group(3), Integer.parseInt(matcher.group(4))), hour);
    }
}
