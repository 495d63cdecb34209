package smartcity.weather;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Settings of the observations.
@ConfigMapping(prefix = "weather")
public interface WeatherConfig {
    /// Simulated time between two observations of a station, `PT1S` to `PT1H`.
    @WithDefault("PT1M")
    Duration interval();
}
