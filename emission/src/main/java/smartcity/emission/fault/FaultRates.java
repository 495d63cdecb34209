package smartcity.emission.fault;

import java.time.Duration;
import java.util.Map;

/// The rates of faults.
///
/// @param rates share of records affected, for episodes share of a device's time; 0 to 1, 0 for kinds that are absent
/// @param lateMedian delay that half of the late records exceed; positive
/// @param episode length of an episode; positive
public record FaultRates(Map<FaultKind, Double> rates, Duration lateMedian, Duration episode) {
    public FaultRates {
        rates.forEach((kind, rate) -> {
            if (!(rate >= 0 && rate <= 1)) {
                throw new IllegalArgumentException(
                        "fault.%s must be within [0, 1] but was %s".formatted(kind.word(), rate));
            }
        });
        requirePositive("fault.late-median", lateMedian);
        requirePositive("fault.episode", episode);
        rates = Map.copyOf(rates);
    }

    /// The rate of a kind, 0 to 1.
    public double of(FaultKind kind) {
        return rates.getOrDefault(kind, 0.0);
    }

    /// Whether all rates are 0.
    public boolean none() {
        return rates.values().stream().allMatch(rate -> rate == 0);
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(name + " must be positive but was " + value);
        }
    }
}
