package smartcity.incident;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How much happens on the road.
@ConfigMapping(prefix = "incident")
public interface IncidentConfig {
    /// Incidents for each that would really happen, 0.001 to 1000.
    ///
    /// The default makes a demo lively: some 55 incidents a day instead of 11, two at any time, and a
    /// report a minute, more by day; at night an hour may pass without one. At 20 the queues of the day jam
    /// the road.
    @WithDefault("5")
    double rateMultiplier();
}
