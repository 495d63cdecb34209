package smartcity.http;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/// Who may change a running service.
@ConfigMapping(prefix = "control")
public interface ControlConfig {
    /// The bearer token that a request must carry to change something; without one, a service accepts such requests
    /// from the same machine only.
    Optional<String> token();
}
