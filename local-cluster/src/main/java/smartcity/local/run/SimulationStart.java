package smartcity.local.run;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import smartcity.local.child.LaunchException;

/// Where the simulated clock of a run begins: at a time of day or at an instant.
///
/// @param time of day in UTC; null where there is an instant
/// @param instant null where there is a time of day
public record SimulationStart(
        @Nullable LocalTime time, @Nullable Instant instant) {
    public SimulationStart {
        if ((time == null) == (instant == null)) {
            throw new IllegalArgumentException("a start must be a time or an instant but was " + time + ", " + instant);
        }
    }

    /// The start at a time of day: of today, or of the next day on which it is after the newest record.
    public static SimulationStart at(LocalTime time) {
        return new SimulationStart(time, null);
    }

    /// The start at an instant.
    public static SimulationStart at(Instant instant) {
        return new SimulationStart(null, instant);
    }

    /// The instant. Simulated time never goes backwards.
    ///
    /// @param newestEvent of the runs before; empty on the first run
    /// @throws LaunchException if the start is an instant that is not after the newest event
    Instant after(Optional<Instant> newestEvent, Instant now) {
        if (instant != null) {
            newestEvent.filter(newest -> !instant.isAfter(newest)).ifPresent(newest -> {
                throw new LaunchException("--start must be after the newest record of the data folder, " + newest
                        + ", but was " + instant + ": choose a later one, or another folder with --data");
            });
            return instant;
        }
        Instant midnight = newestEvent.orElse(now).truncatedTo(ChronoUnit.DAYS);
        Instant today = midnight.atOffset(ZoneOffset.UTC).with(time).toInstant();
        boolean over = newestEvent.filter(newest -> !today.isAfter(newest)).isPresent();
        return over ? today.plus(1, ChronoUnit.DAYS) : today;
    }
}
