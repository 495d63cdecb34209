package smartcity.sink.kafka;

import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/// A place in a partition's log.
///
/// @param leaderEpoch of the record before `offset`: with it, Kafka detects that the log was truncated before
///     the place; empty when it is unknown
public record LogPosition(long offset, Optional<Integer> leaderEpoch) {
    /// To be committed with this metadata.
    public OffsetAndMetadata with(String metadata) {
        return new OffsetAndMetadata(offset, leaderEpoch, metadata);
    }
}
