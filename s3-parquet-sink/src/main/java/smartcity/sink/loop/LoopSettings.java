package smartcity.sink.loop;

import java.time.Duration;
import smartcity.sink.batch.RolloverRule;
import smartcity.sink.kafka.GroupProtocol;

/// The settings of a loop.
///
/// @param rollover when a batch is due
/// @param retry waiting time before failed requests to the bucket are repeated
/// @param revokeTimeout how long a rebalance may wait until what is held of a revoked partition has landed; less
///     than the group's rebalance timeout
/// @param protocol which the consumer speaks
public record LoopSettings(RolloverRule rollover, RetryBackoff retry, Duration revokeTimeout, GroupProtocol protocol) {
    public LoopSettings {
        if (revokeTimeout.isNegative()) {
            throw new IllegalArgumentException("revokeTimeout must not be negative but was " + revokeTimeout);
        }
    }
}
