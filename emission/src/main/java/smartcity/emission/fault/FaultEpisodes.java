package smartcity.emission.fault;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import smartcity.event.EmergencyReport;
import smartcity.event.Event;
import smartcity.event.GpsFix;
import smartcity.event.TrafficReport;

/// The wrong reports of devices during episodes.
///
/// A frozen sensor repeats the first record of the episode that this process has made: the one fault that a restart
/// during an episode changes.
final class FaultEpisodes {
    /// Offset of a wrong clock at most, either way; chosen: of a clock that nobody sets for a month or two.
    private static final Duration SKEW = Duration.ofSeconds(5);

    private record Frozen(long episode, Event first) {}

    private final FaultSampler sampler;
    private final Map<String, Frozen> frozen = new HashMap<>();

    FaultEpisodes(FaultSampler sampler) {
        this.sampler = sampler;
    }

    /// Whether the receiver of a fix has no fix now.
    boolean withoutFix(Event event) {
        return event instanceof GpsFix && sampler.affects(FaultKind.GPS_OUTAGE, event.deviceId(), event.timestamp());
    }

    /// The values that a frozen sensor repeats; null where none is frozen. People who report do not freeze.
    @Nullable
    Event frozen(Event event) {
        String sensor = event.topic().defaultName() + ' ' + sensorOf(event);
        if (event instanceof EmergencyReport || !sampler.affects(FaultKind.FROZEN_SENSOR, sensor, event.timestamp())) {
            return null;
        }
        long episode = sampler.episode(FaultKind.FROZEN_SENSOR, sensor, event.timestamp())
                .number();
        Frozen kept = frozen.get(sensor);
        if (kept == null || kept.episode() != episode) {
            frozen.put(sensor, new Frozen(episode, event));
            return null;
        }
        return EventCopies.of(kept.first(), event.id(), event.timestamp());
    }

    /// The offset of a device's clock now; zero where it is right. One clock for all topics of a device.
    Duration skew(Event event) {
        if (!sampler.affects(FaultKind.CLOCK_SKEW, event.deviceId(), event.timestamp())) {
            return Duration.ZERO;
        }
        double fraction = sampler.of(FaultKind.CLOCK_SKEW, event.deviceId(), event.timestamp())
                                .of(1)
                                .uniform()
                        * 2
                - 1;
        return Duration.ofNanos((long) (fraction * SKEW.toNanos())).truncatedTo(ChronoUnit.MILLIS);
    }

    private static String sensorOf(Event event) {
        return event instanceof TrafficReport report ? report.cameraId() : event.deviceId();
    }
}
