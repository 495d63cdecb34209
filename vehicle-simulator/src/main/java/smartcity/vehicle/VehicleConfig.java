package smartcity.vehicle;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How large the fleet is and how often it reports.
@ConfigMapping(prefix = "vehicle")
public interface VehicleConfig {
    /// Vehicles of the fleet, 1 to 1,000,000.
    @WithDefault("200")
    int count();

    /// Simulated time between two reports of a vehicle, `PT0.1S` to `PT1H`.
    @WithDefault("PT1S")
    Duration interval();
}
