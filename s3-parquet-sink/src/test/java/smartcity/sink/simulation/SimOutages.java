package smartcity.sink.simulation;

import java.time.Duration;
import java.time.Instant;
import org.threeten.extra.MutableClock;

/// The services that do not answer at present.
final class SimOutages {
    private final MutableClock clock;
    private Instant broker = Instant.MIN;
    private Instant coordinator = Instant.MIN;
    private Instant bucket = Instant.MIN;

    SimOutages(MutableClock clock) {
        this.clock = clock;
    }

    void broker(Duration time) {
        broker = clock.instant().plus(time);
    }

    void coordinator(Duration time) {
        coordinator = clock.instant().plus(time);
    }

    void bucket(Duration time) {
        bucket = clock.instant().plus(time);
    }

    boolean brokerUp() {
        return !clock.instant().isBefore(broker);
    }

    boolean coordinatorUp() {
        return brokerUp() && !clock.instant().isBefore(coordinator);
    }

    boolean bucketUp() {
        return !clock.instant().isBefore(bucket);
    }

    void end() {
        broker = Instant.MIN;
        coordinator = Instant.MIN;
        bucket = Instant.MIN;
    }
}
