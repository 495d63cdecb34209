package smartcity.time;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/// How simulated time follows from real time. Services that share the settings, and are told the same changes
/// in the same order, compute the same simulated time.
///
/// It never jumps and never goes back: a change sets how fast it goes from a real instant on. Safe for use by several
/// threads.
public final class SimulatedTime {
    private static final double NANOS_PER_MICRO = 1e3;

    /// Between two changes of speed.
    ///
    /// @param start simulated instant at `epoch`
    /// @param epoch real instant from which it holds
    /// @param factor simulated seconds per real second, 0 while time stands still
    private record Stretch(Instant start, Instant epoch, double factor) {
        Instant at(Instant real) {
            if (factor == 1) { // exact: a double cannot count the microseconds of decades
                return start.plus(Duration.between(epoch, real)).truncatedTo(ChronoUnit.MICROS);
            }
            double micros = Duration.between(epoch, real).toNanos() / NANOS_PER_MICRO * factor;
            return start.plus((long) Math.floor(micros), ChronoUnit.MICROS).truncatedTo(ChronoUnit.MICROS);
        }
    }

    private volatile List<Stretch> stretches;

    /// @param start simulated instant at `epoch`
    /// @param epoch real instant at which the simulation begins
    /// @param factor simulated seconds per real second, 0.1 to 3600; 1 is live
    public SimulatedTime(Instant start, Instant epoch, double factor) {
        this.stretches = List.of(new Stretch(start, epoch, checked(factor)));
    }

    /// Simulated time is real time.
    public static SimulatedTime live() {
        return new SimulatedTime(Instant.EPOCH, Instant.EPOCH, 1);
    }

    /// Refuses a factor that simulated time cannot have.
    public static double checked(double factor) {
        if (!(factor >= 0.1 && factor <= 3600)) {
            throw new IllegalArgumentException("factor must be within [0.1, 3600] but was " + factor);
        }
        return factor;
    }

    /// Lets time go at a factor, 0.1 to 3600, from a real instant on; from the last change on if that is later.
    public synchronized void goAt(double factor, Instant real) {
        change(checked(factor), real);
    }

    /// Lets time stand still from a real instant on.
    public synchronized void standStill(Instant real) {
        change(0, real);
    }

    private void change(double factor, Instant real) {
        Stretch last = stretches.getLast();
        Instant from = real.isBefore(last.epoch()) ? last.epoch() : real;
        stretches = Stream.concat(stretches.stream(), Stream.of(new Stretch(last.at(from), from, factor)))
                .toList();
    }

    /// The simulated instant at a real one, in whole microseconds, which is what an event's timestamp carries.
    public Instant at(Instant real) {
        return stretchAt(real).at(real);
    }

    /// Simulated seconds per real second since the last change, also if that is yet to come; 0 when time stands still.
    public double factor() {
        return stretches.getLast().factor();
    }

    /// How much real time passes while this much simulated time does, by [#factor()]; a year when time stands still.
    public Duration realDuration(Duration simulated) {
        double factor = factor();
        return factor == 0 ? Duration.ofDays(365) : Duration.ofNanos((long) (simulated.toNanos() / factor));
    }

    private Stretch stretchAt(Instant real) {
        List<Stretch> known = stretches;
        int index = known.size() - 1;
        while (index > 0 && real.isBefore(known.get(index).epoch())) {
            index--;
        }
        return known.get(index);
    }
}
