package smartcity.sink.setup;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// Where records land, and the limits of memory, uploads and waiting.
@ConfigMapping(prefix = "sink")
public interface SinkConfig {
    /// The bucket; it must exist.
    @WithDefault("smart-city")
    String bucket();

    /// Path before `data/` in every key, with a slash at its end.
    Optional<String> prefix();

    /// When a batch becomes objects.
    Rollover rollover();

    /// Memory of what is held.
    Memory memory();

    /// How objects are stored.
    Upload upload();

    /// How long a rebalance waits for the held records of a revoked partition to land.
    @WithDefault("PT10S")
    Duration revokeTimeout();

    /// How long a stop may take to land what is held; must be less than the platform's grace period.
    @WithDefault("PT25S")
    Duration shutdownTimeout();

    /// How long `POST /sink/flush` waits.
    @WithDefault("PT30S")
    Duration flushTimeout();

    /// When a batch of one partition becomes objects.
    interface Rollover {
        /// Age at most, counted from the arrival of its first record, whether more arrive or not.
        @WithDefault("PT10M")
        Duration maxAge();

        /// Records at most.
        @WithDefault("10000000")
        long maxRecords();

        /// Bytes of Parquet of its largest object at most.
        @WithDefault("128M")
        MemorySize maxBytes();

        /// Objects at most: one for each folder and window of its rows, and one for each hour of its dead letters.
        @WithDefault("64")
        int maxWindows();
    }

    /// Memory of all batches of all loops.
    interface Memory {
        /// Limit: from 80 % the largest batch is cut, from 100 % reading pauses; by default three eighths of the heap.
        Optional<MemorySize> maxBytes();
    }

    /// How objects are stored.
    interface Upload {
        /// Objects that are uploaded at the same time.
        @WithDefault("4")
        int threads();

        /// Wait after the first failure; it doubles with each further one.
        @WithDefault("PT0.2S")
        Duration retryAfter();

        /// Longest wait after a failure.
        @WithDefault("PT10S")
        Duration retryAtMost();
    }
}
