package smartcity.sink;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.OptionalInt;

/// How this process takes part in the consumer group.
@ConfigMapping(prefix = "sink")
public interface GroupConfig {
    /// The consumer group; its members share the partitions.
    @WithDefault("s3-parquet-sink")
    String group();

    /// Loops of this process, each a member of the group; by default as many as there are processors, at most 4.
    OptionalInt threads();
}
