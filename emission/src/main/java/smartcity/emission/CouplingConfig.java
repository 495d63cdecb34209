package smartcity.emission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How the reports of other simulators change what a simulator emits.
@ConfigMapping(prefix = "coupling")
public interface CouplingConfig {
    /// Where weather and incidents come from.
    enum Source {
        /// From the reports in the topics.
        TOPICS,
        /// From nowhere: a fine day on an open road.
        OFF
    }

    /// `topics`: weather and incidents as reported; `off`: the day is fine and the road open.
    @WithDefault("topics")
    Source inputs();

    /// Simulated time from a report's timestamp to the instant at which it takes effect, not negative.
    @WithDefault("PT1M")
    Duration delay();

    /// Real time to wait for reports that are due before continuing without them, not negative.
    @WithDefault("PT10S")
    Duration timeout();
}
