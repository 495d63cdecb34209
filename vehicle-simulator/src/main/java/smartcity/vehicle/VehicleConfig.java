package smartcity.vehicle;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/// How large the fleet is and how often it reports.
@ConfigMapping(prefix = "vehicle")
public interface VehicleConfig {
    /// Vehicles of the fleet, 1 to 1,000,000; unless set, as many as [#rate()] asks for, or 200.
    OptionalInt count();

    /// Simulated time between two reports of a vehicle, `PT0.1S` to `PT1H`.
    @WithDefault("PT1S")
    Duration interval();

    /// Records of both streams together in a real second. Unless set, they follow from count, interval and simulated
    /// time; if set, the count follows from it, or, where that is set, the interval.
    OptionalInt rate();
}
