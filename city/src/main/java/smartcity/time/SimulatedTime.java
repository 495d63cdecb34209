package smartcity.time;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/// Simulated time as a function of real time. Services that share the settings, and that apply the same changes in
/// the same order, compute the same simulated time.
///
/// It never jumps and never runs backwards: a change sets its factor from a real instant on. Safe for use by several
/// threads.
public final class SimulatedTime {
    /// Least factor [chosen].
    public static final double LEAST_FACTOR = 0.1;

    /// Greatest factor [chosen]: an hour in a second.
    public static final double MOST_FACTOR = 3600;

    private static final double NANOS_PER_MICRO = 1e3;

    /// The time between two changes of the factor.
    ///
    /// @param start simulated instant at `epoch`
    /// @param epoch real instant at which it begins
    /// @param factor simulated seconds per real second, 0 while simulated time is paused
    private record ClockSegment(Instant start, Instant epoch, double factor) {
        Instant at(Instant real) {
            if (factor == 1) { // exact: a double cannot count the microseconds of decades
                return start.plus(Duration.between(epoch, real)).truncatedTo(ChronoUnit.MICROS);
            }
            double micros = Duration.between(epoch, real).toNanos() / NANOS_PER_MICRO * factor;
            return start.plus((long) Math.floor(micros), ChronoUnit.MICROS).truncatedTo(ChronoUnit.MICROS);
        }
    }

    /// By the real instants at which they begin. A change at the instant of the last one takes its place.
    private final ConcurrentSkipListMap<Instant, ClockSegment> segments = new ConcurrentSkipListMap<>();

    /// @param start simulated instant at `epoch`
    /// @param epoch real instant at which the simulation begins
    /// @param factor simulated seconds per real second, 0.1 to 3600; 1 is live
    public SimulatedTime(Instant start, Instant epoch, double factor) {
        segments.put(epoch, new ClockSegment(start, epoch, checked(factor)));
    }

    /// Simulated time that equals real time.
    public static SimulatedTime live() {
        return new SimulatedTime(Instant.EPOCH, Instant.EPOCH, 1);
    }

    /// The factor itself.
    ///
    /// @throws IllegalArgumentException when it is not within 0.1 to 3600
    public static double checked(double factor) {
        if (!(factor >= LEAST_FACTOR && factor <= MOST_FACTOR)) {
            throw new IllegalArgumentException(
                    "factor must be within [" + LEAST_FACTOR + ", " + (int) MOST_FACTOR + "] but was " + factor);
        }
        return factor;
    }

    /// Sets the factor, 0.1 to 3600, from a real instant on; from the last change on if that is later.
    public synchronized void changeFactor(double factor, Instant real) {
        change(checked(factor), real);
    }

    /// Pauses simulated time from a real instant on; from the last change on if that is later.
    public synchronized void pause(Instant real) {
        change(0, real);
    }

    private void change(double factor, Instant real) {
        ClockSegment last = segments.lastEntry().getValue();
        Instant from = real.isBefore(last.epoch()) ? last.epoch() : real;
        segments.put(from, new ClockSegment(last.at(from), from, factor));
    }

    /// The simulated instant at a real one, in whole microseconds, which is what an event's timestamp carries.
    public Instant at(Instant real) {
        return segmentAt(real).at(real);
    }

    /// Simulated seconds per real second after the last change, even if that change is still to come; 0 when it is a
    /// pause.
    public double factor() {
        return segments.lastEntry().getValue().factor();
    }

    /// Real time that passes during some simulated time, by [#factor()]; a year when simulated time is paused.
    public Duration realDuration(Duration simulated) {
        double factor = factor();
        return factor == 0 ? Duration.ofDays(365) : Duration.ofNanos((long) (simulated.toNanos() / factor));
    }

    private ClockSegment segmentAt(Instant real) {
        Map.Entry<Instant, ClockSegment> found = segments.floorEntry(real);
        return (found == null ? segments.firstEntry() : found).getValue();
    }
}
