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

    /// Real time between two commits of what has been told, 10 ms to 5 s: consumers see it that much later at most.
    @WithDefault("PT0.2S")
    Duration commitInterval();

    /// Real time for which a shard may have been without owner and still goes on where it stopped; after a
    /// longer absence it goes on at the present. Not negative.
    @WithDefault("PT1M")
    Duration resumeWithin();
}
