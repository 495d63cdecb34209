package smartcity.emission.rest;

import java.time.Instant;
import java.util.Map;

/// What a simulator is doing.
///
/// @param emitting whether Kafka was reached and events go out
/// @param simulatedTime the simulated instant now; in a backfill, of the events that are emitted now
/// @param behindSeconds real time for which events have been due that are not committed [s]; 0 in a backfill
/// @param factor simulated seconds per real second; meaningless in a backfill, which has no pace
/// @param seed of everything random
/// @param shards shards that this replica owns
/// @param emitted events that this replica has committed since it started, by topic
public record SimulatorStatus(
        boolean emitting,
        Instant simulatedTime,
        double behindSeconds,
        double factor,
        long seed,
        int shards,
        Map<String, Long> emitted) {}
