package smartcity.sink.loop;

import java.time.Duration;
import smartcity.sink.batch.Rollover;
import smartcity.sink.cut.Layout;

/// How the loop works.
///
/// @param layout of new cuts; a pending one keeps its own
/// @param rollover when a batch is due
/// @param maxBytes memory for everything held: from 80 % on the largest batch is cut, from 100 % on nothing more is
/// read
/// @param retry waiting time before failed requests to the bucket are repeated
/// @param revokeTimeout how long a rebalance may wait for what is held of a partition that goes; less than the group's
///     rebalance timeout
public record LoopSettings(Layout layout, Rollover rollover, long maxBytes, Backoff retry, Duration revokeTimeout) {
    private static final double NEARLY_FULL = 0.8;

    public LoopSettings {
        if (maxBytes < 1) {
            throw new IllegalArgumentException("maxBytes must be at least 1 but was " + maxBytes);
        }
        if (revokeTimeout.isNegative()) {
            throw new IllegalArgumentException("revokeTimeout must not be negative but was " + revokeTimeout);
        }
    }

    long nearlyFullBytes() {
        return (long) (maxBytes * NEARLY_FULL);
    }
}
