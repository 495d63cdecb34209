package smartcity.sink.operations;

import io.quarkus.runtime.Quarkus;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jboss.logging.Logger;
import smartcity.sink.loop.SteadyClock;

/// Ends the process when the wall clock was set back. Kafka's client measures time by the wall clock: until that shows
/// again what it showed before, the client sends no heartbeat and connects to no broker, so that nothing would land.
/// What is held lands first, as at every end, and the next start continues. For one thread.
@Singleton
public class WallClockWatch {
    private static final Logger LOG = Logger.getLogger("smartcity.sink");

    private static final Duration EVERY = Duration.ofSeconds(1);

    /// A member that is removed from the group for less joins again by itself soon [chosen, not measured].
    private static final Duration TOLERATED = Duration.ofMinutes(1);

    private final SteadyClock clock;
    private Duration ahead;

    WallClockWatch(SteadyClock clock) {
        this.clock = clock;
        this.ahead = clock.wallAhead();
    }

    /// Watches from now on.
    public void start(Vertx vertx) {
        vertx.setPeriodic(EVERY.toMillis(), _ -> setBack().ifPresent(WallClockWatch::end));
    }

    /// By how much the wall clock was set back since the last call; empty when by little, or when it was not. A clock
    /// that is slowed down until it is right is not set back.
    Optional<Duration> setBack() {
        Duration now = clock.wallAhead();
        Duration back = ahead.minus(now);
        ahead = now;
        return back.compareTo(TOLERATED) > 0 ? Optional.of(back) : Optional.empty();
    }

    private static void end(Duration back) {
        LOG.errorf("The wall clock was set back, so the process ends by=%s", back.truncatedTo(ChronoUnit.SECONDS));
        Quarkus.asyncExit(1);
    }
}
