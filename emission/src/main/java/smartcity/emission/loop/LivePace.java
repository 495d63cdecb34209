package smartcity.emission.loop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import smartcity.time.SimulatedTime;

/// Events are emitted when simulated time, which follows real time, reaches their instant; without end.
///
/// @param clock real time
/// @param resumeWithin real time for which a shard may have had no owner and is still caught up
public record LivePace(SimulatedTime time, Clock clock, Duration resumeWithin) implements EmissionPace {
    @Override
    public Instant from() {
        return now();
    }

    @Override
    public Instant resumeFrom(Instant emittedUntil) {
        return behind(emittedUntil).compareTo(resumeWithin) > 0 ? now() : emittedUntil;
    }

    @Override
    public long nanosUntil(Instant due) {
        Duration ahead = Duration.between(now(), due);
        return ahead.isPositive() ? time.realDuration(ahead).toNanos() + 1 : 0;
    }

    @Override
    public boolean isOver(Instant due) {
        return false;
    }

    @Override
    public Duration behind(Instant emittedUntil) {
        Duration behind = Duration.between(emittedUntil, now());
        return behind.isPositive() ? time.realDuration(behind) : Duration.ZERO;
    }

    @Override
    public Instant now() {
        return time.at(clock.instant());
    }
}
