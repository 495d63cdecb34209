package smartcity.vehicle;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Settings of the cameras.
@ConfigMapping(prefix = "camera")
public interface CameraConfig {
    /// Simulated time between two reports of a camera, `PT1S` to `PT1H`; each covers the minute before it.
    @WithDefault("PT1M")
    Duration interval();
}
