package smartcity.emission.coupling;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How simulators feel what others tell.
@ConfigMapping(prefix = "coupling")
public interface CouplingConfig {
    /// Whether what is in the topics is felt, or nothing.
    enum Source {
        /// Weather and incidents as reported.
        TOPICS,
        /// A fine day on an open road.
        OFF
    }

    /// `topics`: weather and incidents are felt as reported; `off`: the day is fine and the road open.
    @WithDefault("topics")
    Source inputs();

    /// Simulated time from a report's timestamp to the instant at which it is felt, not negative.
    @WithDefault("PT1M")
    Duration delay();

    /// Real time to wait for reports that are due before going on without them, not negative.
    @WithDefault("PT10S")
    Duration patience();
}
