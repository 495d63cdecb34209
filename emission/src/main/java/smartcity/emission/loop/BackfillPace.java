package smartcity.emission.loop;

import java.time.Duration;
import java.time.Instant;

/// The events of a period are emitted as fast as Kafka takes them.
public final class BackfillPace implements EmissionPace {
    private final Instant from;
    private final Instant until;
    private volatile Instant now;

    /// @param from first instant of the period
    /// @param until first instant after it
    public BackfillPace(Instant from, Instant until) {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "simulation.until must be after simulation.start (%s) but was %s".formatted(from, until));
        }
        this.from = from;
        this.until = until;
        this.now = from;
    }

    @Override
    public Instant from() {
        return from;
    }

    @Override
    public Instant resumeFrom(Instant emittedUntil) {
        return emittedUntil;
    }

    @Override
    public long nanosUntil(Instant due) {
        return 0;
    }

    @Override
    public boolean isOver(Instant due) {
        boolean over = !due.isBefore(until);
        now = over ? until : due;
        return over;
    }

    @Override
    public Duration behind(Instant emittedUntil) {
        return Duration.ZERO;
    }

    @Override
    public Instant now() {
        return now;
    }
}
