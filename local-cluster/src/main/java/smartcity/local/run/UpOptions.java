package smartcity.local.run;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import smartcity.local.infra.SimulatedPeriod;

/// The options of a run that change what was saved; empty ones leave the saved value.
///
/// @param begin of simulated time, which is not saved
public record UpOptions(
        Optional<FleetSize> fleet,
        Optional<Long> seed,
        Optional<Double> factor,
        Optional<SimulatedPeriod> period,
        Optional<SimulationStart> begin) {
    /// @throws IllegalArgumentException for a period with a rate or a factor
    public UpOptions {
        if (period.isPresent()) {
            fleet.filter(given -> given.rate().isPresent()).ifPresent(_ -> refuse("--rate"));
            factor.ifPresent(_ -> refuse("--factor"));
            begin.ifPresent(_ -> refuse("--start"));
        }
    }

    private static void refuse(String option) {
        throw new IllegalArgumentException(
                option + " cannot be given with --from and --to, which emit a period as fast as Kafka takes it");
    }

    /// The fleet of such options; empty if neither is given.
    public static Optional<FleetSize> fleet(@Nullable Integer vehicles, @Nullable Integer rate) {
        return vehicles == null && rate == null
                ? Optional.empty()
                : Optional.of(new FleetSize(optional(vehicles), optional(rate)));
    }

    /// The period of such options; empty if neither is given.
    ///
    /// @throws IllegalArgumentException if only one is given, or the end is not after the start
    public static Optional<SimulatedPeriod> period(@Nullable Instant from, @Nullable Instant until) {
        if (from == null && until == null) {
            return Optional.empty();
        }
        if (from == null || until == null) {
            throw new IllegalArgumentException("--from and --to must be given together but "
                    + (from == null ? "--from" : "--to") + " was missing");
        }
        return Optional.of(new SimulatedPeriod(from, until));
    }

    private static OptionalInt optional(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
