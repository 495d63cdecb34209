package smartcity.sink.loop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/// A clock for durations: a step of the wall clock does not move it. It shows the time at which it was
/// started, and what has passed since then. For any thread.
public final class SteadyClock extends Clock {
    private final Clock wall;
    private final LongSupplier nanos;
    private final Instant start;
    private final long startNanos;

    /// @param nanos a counter that only goes up [ns]
    SteadyClock(Clock wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
        this.start = wall.instant();
        this.startNanos = nanos.getAsLong();
    }

    /// A clock that starts now, beside the system's clock.
    public static SteadyClock system() {
        return new SteadyClock(Clock.systemUTC(), System::nanoTime);
    }

    @Override
    public Instant instant() {
        return start.plusNanos(nanos.getAsLong() - startNanos);
    }

    /// What has passed since an instant of this clock.
    public Duration since(Instant steady) {
        return Duration.between(steady, instant());
    }

    /// The time that the wall clock, as it is set now, showed at an instant of this clock [in whole milliseconds].
    public Instant onWall(Instant steady) {
        return wall.instant().minus(since(steady)).truncatedTo(ChronoUnit.MILLIS);
    }

    /// By how much the wall clock, as it is set now, is ahead of this clock; negative when it is behind.
    public Duration wallAhead() {
        return Duration.between(instant(), wall.instant());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /// The same clock: instants have no zone.
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
