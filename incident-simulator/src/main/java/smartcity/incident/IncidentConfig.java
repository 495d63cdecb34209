package smartcity.incident;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How much happens on the road.
@ConfigMapping(prefix = "incident")
public interface IncidentConfig {
    /// Incidents for each that would really happen, 0.001 to 1000.
    ///
    /// The default makes a demo lively: about 220 incidents a day instead of 11, some seven at any time, and
    /// three to four reports a minute, more by day; at night minutes may pass without one.
    @WithDefault("20")
    double rateMultiplier();
}
