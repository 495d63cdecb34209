package smartcity.sink.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.threeten.extra.MutableClock;

/// What the clocks of machines show: an operator, or a time server, sets them.
final class SimWallClock extends Clock {
    private final MutableClock passing;
    private Duration ahead = Duration.ZERO;

    SimWallClock(MutableClock passing) {
        this.passing = passing;
    }

    /// Sets it ahead, or back.
    void step(Duration by) {
        ahead = ahead.plus(by);
    }

    @Override
    public Instant instant() {
        return passing.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
