package smartcity.sink.kafka;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// The leader epoch at the places where a partition's batches begin and end. An epoch is only used for the place right
/// behind the record it belongs to: behind a gap, Kafka could take it for the sign of a truncated log. For the loop's
/// thread.
public final class LeaderEpochs {
    private LogPosition reached;
    private long lastOffset;
    private Optional<Integer> lastEpoch = Optional.empty();

    public LeaderEpochs(long position, Optional<Integer> epoch) {
        this.reached = new LogPosition(position, epoch);
        this.lastOffset = position - 1;
        this.lastEpoch = epoch;
    }

    /// A record was put into a batch.
    public void taken(ConsumerRecord<?, ?> record) {
        lastOffset = record.offset();
        lastEpoch = record.leaderEpoch();
    }

    /// The consumer reached a position, of which it may know the epoch.
    public void reached(LogPosition position) {
        if (position.leaderEpoch().isPresent()) {
            reached = position;
        }
    }

    /// That of the last record; empty when it is unknown.
    public Optional<Integer> last() {
        return lastEpoch;
    }

    /// The place at `offset`.
    public LogPosition at(long offset) {
        if (reached.offset() == offset && reached.leaderEpoch().isPresent()) {
            return reached;
        }
        return new LogPosition(offset, lastOffset + 1 == offset ? lastEpoch : Optional.empty());
    }
}
