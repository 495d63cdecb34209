package smartcity.emission;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import smartcity.time.SimulatedTime;

/// Events leave when simulated time, which follows real time, reaches their instant; without end.
///
/// @param clock real time
record LivePace(SimulatedTime time, Clock clock) implements Pace {
    /// How often a waiting emission looks whether time goes faster now [ns]; chosen.
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    @Override
    public Instant from() {
        return now();
    }

    @Override
    public boolean awaitDue(Instant due, CountDownLatch stopped) throws InterruptedException {
        Duration ahead = Duration.between(now(), due);
        while (ahead.isPositive()) {
            if (stopped.await(Math.min(LOOK_NANOS, time.realDuration(ahead).toNanos() + 1), TimeUnit.NANOSECONDS)) {
                return false;
            }
            ahead = Duration.between(now(), due);
        }
        return stopped.getCount() > 0;
    }

    @Override
    public Instant now() {
        return time.at(clock.instant());
    }
}
