package smartcity.time;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/// Simulated time as a function of real time. Services that share the settings, and that apply the same changes in
/// the same order, compute the same simulated time.
///
/// It never jumps and never runs backwards: a change sets its factor from a real instant on. Safe for use by several
/// threads.
public final class SimulatedTime {
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

    private volatile List<ClockSegment> segments;

    /// @param start simulated instant at `epoch`
    /// @param epoch real instant at which the simulation begins
    /// @param factor simulated seconds per real second, 0.1 to 3600; 1 is live
    public SimulatedTime(Instant start, Instant epoch, double factor) {
        this.segments = List.of(new ClockSegment(start, epoch, checked(factor)));
    }

    /// Simulated time that equals real time.
    public static SimulatedTime live() {
        return new SimulatedTime(Instant.EPOCH, Instant.EPOCH, 1);
    }

    /// The factor itself.
    ///
    /// @throws IllegalArgumentException when it is not within 0.1 to 3600
    public static double checked(double factor) {
        if (!(factor >= 0.1 && factor <= 3600)) {
            throw new IllegalArgumentException("factor must be within [0.1, 3600] but was " + factor);
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
        ClockSegment last = segments.getLast();
        Instant from = real.isBefore(last.epoch()) ? last.epoch() : real;
        segments = Stream.concat(segments.stream(), Stream.of(new ClockSegment(last.at(from), from, factor)))
                .toList();
    }

    /// The simulated instant at a real one, in whole microseconds, which is what an event's timestamp carries.
    public Instant at(Instant real) {
        return segmentAt(real).at(real);
    }

    /// Simulated seconds per real second after the last change, even if that change is still to come; 0 when it is a
    /// pause.
    public double factor() {
        return segments.getLast().factor();
    }

    /// Real time that passes during some simulated time, by [#factor()]; a year when simulated time is paused.
    public Duration realDuration(Duration simulated) {
        double factor = factor();
        return factor == 0 ? Duration.ofDays(365) : Duration.ofNanos((long) (simulated.toNanos() / factor));
    }

    private ClockSegment segmentAt(Instant real) {
        List<ClockSegment> all = segments;
        int index = all.size() - 1;
        while (index > 0 && real.isBefore(all.get(index).epoch())) {
            index--;
        }
        return all.get(index);
    }
}
