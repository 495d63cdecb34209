package smartcity.sink.operations;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// When the sink calls itself sick, and what it writes about itself.
@ConfigMapping(prefix = "sink")
public interface HealthConfig {
    /// How long a partition may make no step before the sink is not ready.
    @WithDefault("PT5M")
    Duration wedgedAfter();

    /// Whether the log is JSON, an object a line with fields of their own, instead of text.
    @WithDefault("false")
    boolean logJson();
}
