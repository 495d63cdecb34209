package smartcity.time;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// How simulated time follows from real time. Services that share the three settings compute the same simulated time.
///
/// @param start simulated instant at `epoch`
/// @param epoch real instant at which the simulation begins
/// @param factor simulated seconds per real second, 0.1 to 3600; 1 is live
public record SimulatedTime(Instant start, Instant epoch, double factor) {
    private static final double NANOS_PER_MICRO = 1e3;

    public SimulatedTime {
        if (!(factor >= 0.1 && factor <= 3600)) {
            throw new IllegalArgumentException("factor must be within [0.1, 3600] but was " + factor);
        }
    }

    /// Simulated time is real time.
    public static SimulatedTime live() {
        return new SimulatedTime(Instant.EPOCH, Instant.EPOCH, 1);
    }

    /// The simulated instant at a real one, in whole microseconds, which is what an event's timestamp carries.
    public Instant at(Instant real) {
        if (factor == 1) { // exact: a double cannot count the microseconds of decades
            return start.plus(Duration.between(epoch, real)).truncatedTo(ChronoUnit.MICROS);
        }
        double micros = Duration.between(epoch, real).toNanos() / NANOS_PER_MICRO * factor;
        return start.plus((long) Math.floor(micros), ChronoUnit.MICROS).truncatedTo(ChronoUnit.MICROS);
    }

    /// How much real time passes while this much simulated time does.
    public Duration realDuration(Duration simulated) {
        return Duration.ofNanos((long) (simulated.toNanos() / factor));
    }
}
