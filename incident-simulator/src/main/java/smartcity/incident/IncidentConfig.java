package smartcity.incident;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How frequent incidents are.
@ConfigMapping(prefix = "incident")
public interface IncidentConfig {
    /// Simulated incidents per real one, 0.001 to 1000.
    ///
    /// The default suits a demonstration: some 55 incidents a day instead of 11, two at any time, and about one
    /// report a minute, more by day; at night an hour may pass without one. At 20 the queues jam the road by
    /// day.
    @WithDefault("5")
    double rateMultiplier();
}
