package smartcity.vehicle;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/// Settings of the fleet.
@ConfigMapping(prefix = "vehicle")
public interface VehicleConfig {
    /// Number of vehicles, 1 to 1,000,000; unless set, it follows from [#rate()], or is 200 without a rate.
    OptionalInt count();

    /// Simulated time between two reports of a vehicle, `PT0.1S` to `PT1H`.
    @WithDefault("PT1S")
    Duration interval();

    /// Records of both streams together per real second. Unless set, it follows from count, interval and simulated
    /// time. If set, the count follows from it, or, if the count is set, the interval.
    OptionalInt rate();
}
