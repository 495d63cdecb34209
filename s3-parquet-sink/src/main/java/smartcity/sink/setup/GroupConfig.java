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

    /// How members take part in the group.
    @WithDefault("auto")
    Protocol groupProtocol();

    /// Name of this process as a static member: unique in the group, the same after a restart. None: members are
    /// dynamic.
    Optional<String> groupInstanceId();

    /// How members take part in the group.
    enum Protocol {
        /// By the new protocol where the brokers have it, else by the classic one.
        AUTO,
        /// By the protocol of KIP-848: the broker assigns.
        CONSUMER,
        /// By the protocol that every broker has: a member assigns.
        CLASSIC
    }
}
