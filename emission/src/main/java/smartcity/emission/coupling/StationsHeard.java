package smartcity.emission.coupling;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Until when the weather has been told, by the reports of each station. Not safe for use by several threads.
///
/// A station that reports each minute has told everything until its next report is due. A station that fell silent
/// long ago is not waited for.
final class StationsHeard {
    /// So far behind the newest report, a station is no longer waited for; as long as its weather is felt, chosen.
    private static final Duration SILENCE = Duration.ofMinutes(15);

    private static final Duration LONGEST_INTERVAL = Duration.ofHours(1);

    /// @param newest its last report
    /// @param interval from the report before, zero after the first
    private record Station(Instant newest, Duration interval) {
        Station heard(Instant timestamp) {
            Duration since = Duration.between(newest, timestamp);
            return since.isPositive()
                    ? new Station(timestamp, since.compareTo(LONGEST_INTERVAL) > 0 ? LONGEST_INTERVAL : since)
                    : this;
        }

        /// Until its last report at least, and until just before the next one.
        boolean toldUntil(Instant time) {
            return !time.isAfter(newest) || time.isBefore(newest.plus(interval));
        }

        boolean isSilent(Instant newestOfAll) {
            return Duration.between(newest.plus(interval), newestOfAll).compareTo(SILENCE) >= 0;
        }
    }

    private final Map<String, Station> stations = new HashMap<>();
    private Instant newest = Instant.MIN;

    void heard(String deviceId, Instant timestamp) {
        stations.merge(
                deviceId, new Station(timestamp, Duration.ZERO), (station, first) -> station.heard(first.newest()));
        if (timestamp.isAfter(newest)) {
            newest = timestamp;
        }
    }

    /// Whether all reports until an instant have been heard, as far as can be told; false before the first one.
    boolean toldUntil(Instant time) {
        return !stations.isEmpty()
                && stations.values().stream().allMatch(station -> station.toldUntil(time) || station.isSilent(newest));
    }
}
