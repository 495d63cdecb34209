package smartcity.identity;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Identifies a simulated city and its time: two services with equal identities simulate the same.
///
/// @param seed root of all chance
/// @param start simulated instant at the epoch, or the first of a backfill; null if not set
/// @param epoch real instant at which the simulation begins; null if not set
/// @param factor simulated seconds per real second
/// @param until first simulated instant after a backfill; null without one
public record SimulationIdentity(
        long seed,
        @Nullable Instant start,
        @Nullable Instant epoch,
        double factor,
        @Nullable Instant until) {
    private static final String SEPARATOR = "/";
    private static final String UNSET = "-";

    /// The fields in order with slashes between them, `-` for one that is not set: `42/-/-/1.0/-`.
    public String text() {
        return String.join(
                SEPARATOR, Long.toString(seed), textOf(start), textOf(epoch), Double.toString(factor), textOf(until));
    }

    /// Reads what [#text()] writes; empty for any other text.
    public static Optional<SimulationIdentity> parse(String text) {
        String[] fields = text.split(SEPARATOR, -1);
        if (fields.length != 5) {
            return Optional.empty();
        }
        try {
            SimulationIdentity identity = new SimulationIdentity(
                    Long.parseLong(fields[0]),
                    instantOf(fields[1]),
                    instantOf(fields[2]),
                    Double.parseDouble(fields[3]),
                    instantOf(fields[4]));
            return identity.text().equals(text) ? Optional.of(identity) : Optional.empty();
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String textOf(@Nullable Instant instant) {
        return instant == null ? UNSET : instant.toString();
    }

    private static @Nullable Instant instantOf(String text) {
        return text.equals(UNSET) ? null : Instant.parse(text);
    }
}
