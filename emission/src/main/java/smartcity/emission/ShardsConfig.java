package smartcity.emission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How the devices of a service are divided among its replicas.
@ConfigMapping(prefix = "shards")
public interface ShardsConfig {
    /// Parts to divide into: partitions of the topic `<service>_shards` when it is created. An existing topic decides
    /// itself.
    @WithDefault("64")
    int count();

    /// Real time between two commits of events and progress, 10 ms to 5 s: readers of committed records see an event
    /// that much later at most.
    @WithDefault("PT0.2S")
    Duration commitInterval();

    /// Real time for which a shard may be without an owner and still continues where it stopped; after that it
    /// continues at the present. Not negative.
    @WithDefault("PT1M")
    Duration resumeWithin();
}
