package smartcity.identity;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// The progress of one shard, which a service commits to Kafka in one transaction with the shard's events, as the
/// metadata of an offset of the service's consumer group.
///
/// @param simulation whose events these are
/// @param emittedUntil the instant before which all events of the shard have been emitted
public record ShardProgress(SimulationIdentity simulation, Instant emittedUntil) {
    private static final char SEPARATOR = ' ';

    /// The topic whose partitions are a service's shards. The service's consumer group has the service's name.
    public static String topicOf(String service) {
        return service + "_shards";
    }

    /// The identity of the simulation and the instant, with a space between them.
    public String text() {
        return simulation.text() + SEPARATOR + emittedUntil;
    }

    /// Reads what [#text()] writes; empty for any other text.
    public static Optional<ShardProgress> parse(String text) {
        int separator = text.indexOf(SEPARATOR);
        if (separator < 0) {
            return Optional.empty();
        }
        try {
            Instant emittedUntil = Instant.parse(text.substring(separator + 1));
            return SimulationIdentity.parse(text.substring(0, separator))
                    .map(simulation -> new ShardProgress(simulation, emittedUntil));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
