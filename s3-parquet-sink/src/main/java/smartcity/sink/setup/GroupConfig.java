package smartcity.sink.setup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.OptionalInt;

/// How this process takes part in the consumer group.
@ConfigMapping(prefix = "sink")
public interface GroupConfig {
    /// The consumer group; its members share the partitions.
    @WithDefault("s3-parquet-sink")
    String group();

    /// Loops of this process, each a member of the group; by default as many as there are processors, at most 4.
    OptionalInt threads();

    /// The protocol by which members take part in the group.
    @WithDefault("auto")
    Protocol groupProtocol();

    /// Name of this process as a static member: unique in the group, the same after a restart. Without it, members
    /// are dynamic.
    Optional<String> groupInstanceId();

    /// The protocol by which members take part in the group.
    enum Protocol {
        /// The new protocol if the brokers support it, else the classic one.
        AUTO,
        /// The protocol of KIP-848: the broker assigns partitions.
        CONSUMER,
        /// The protocol that every broker supports: a member assigns partitions.
        CLASSIC
    }
}
