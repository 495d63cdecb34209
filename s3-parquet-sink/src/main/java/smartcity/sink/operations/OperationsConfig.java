package smartcity.sink.operations;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// When a partition counts as stalled, and the form of the log.
@ConfigMapping(prefix = "sink")
public interface OperationsConfig {
    /// How long a partition may make no progress before it is stalled and the sink is not ready.
    @WithDefault("PT5M")
    Duration stalledAfter();

    /// Whether the sink is ready although a partition is not landed for a reason that only an operator can remove, such
    /// as a topic that was created again.
    @WithDefault("false")
    boolean readyWhileBlocked();

    /// Whether the log is JSON, one object per line with the fields as members, instead of text.
    @WithDefault("false")
    boolean logJson();
}
