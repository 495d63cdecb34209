package smartcity.chaos;

import java.nio.file.Path;
import java.time.Duration;

/// What a run is like.
///
/// @param data folder of everything; should be empty
/// @param seed decides what happens when
/// @param duration of load and faults; landing and verdict come behind it
/// @param records at an even pace over the duration
/// @param groupProtocol of the sinks: `classic`, `consumer` or `auto`
public record ChaosSettings(Path data, long seed, Duration duration, long records, String groupProtocol) {
    private static final Duration SHORTEST = Duration.ofSeconds(60);

    public ChaosSettings {
        if (duration.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("duration must be at least PT1M but was " + duration);
        }
        if (records < 1) {
            throw new IllegalArgumentException("records must be at least 1 but was " + records);
        }
    }
}
