package smartcity.emission;

import java.time.Instant;
import java.util.Optional;

/// Names a city and its time by what all its services share.
public final class SimulationName {
    private SimulationName() {}

    /// Seed, start, epoch, factor and end of a simulation, `-` where unset, with slashes between: `42/-/-/1.0/-`.
    public static String of(SimulationConfig config) {
        return "%d/%s/%s/%s/%s"
                .formatted(
                        config.seed(),
                        text(config.start()),
                        text(config.epoch()),
                        Double.toString(config.factor()),
                        text(config.until()));
    }

    private static String text(Optional<Instant> instant) {
        return instant.map(Instant::toString).orElse("-");
    }
}
