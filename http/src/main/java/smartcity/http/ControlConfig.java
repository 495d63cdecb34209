package smartcity.http;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/// Who may change a running city.
@ConfigMapping(prefix = "control")
public interface ControlConfig {
    /// What a request that changes something must bear as `Authorization: Bearer`; without one, such requests are
    /// taken from this machine alone.
    Optional<String> token();
}
