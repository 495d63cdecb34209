package smartcity.sink.loop;

import java.time.Duration;
import smartcity.sink.batch.Rollover;
import smartcity.sink.cut.Layout;

/// How the loop works.
///
/// @param layout of new cuts; a pending one keeps its own
/// @param rollover when a batch is due
/// @param retry waiting time before failed requests to the bucket are repeated
/// @param revokeTimeout how long a rebalance may wait for what is held of a partition that goes; less than the group's
///     rebalance timeout
public record LoopSettings(Layout layout, Rollover rollover, Backoff retry, Duration revokeTimeout) {
    public LoopSettings {
        if (revokeTimeout.isNegative()) {
            throw new IllegalArgumentException("revokeTimeout must not be negative but was " + revokeTimeout);
        }
    }
}
