package smartcity.emission;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import smartcity.time.SimulatedTime;

/// Events leave when simulated time, which follows real time, reaches their instant; without end.
///
/// @param clock real time
/// @param resumeWithin real time for which telling may have stood still and is made up for
record LivePace(SimulatedTime time, Clock clock, Duration resumeWithin) implements EmissionPace {
    @Override
    public Instant from() {
        return now();
    }

    @Override
    public Instant resumed(Instant toldUntil) {
        Instant now = now();
        Duration absence = time.realDuration(Duration.between(toldUntil, now));
        return absence.compareTo(resumeWithin) > 0 ? now : toldUntil;
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
    public Instant now() {
        return time.at(clock.instant());
    }
}
