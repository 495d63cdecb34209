package smartcity.view;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;

/// Who may see the page, and where the sinks are.
@ConfigMapping(prefix = "view")
public interface ViewConfig {
    /// Addresses of the sinks whose statuses are shown together, and that are flushed, paused and resumed;
    /// a name with several addresses is a sink for each.
    @WithDefault("http://localhost:8084")
    List<URI> sink();

    /// Names by which the page may be asked for, without ports; an address in brackets is IPv6.
    @WithDefault("localhost,127.0.0.1,[::1]")
    List<String> hosts();

    /// Whether every change is refused and the page shows no controls: for a public screen.
    @WithDefault("false")
    boolean readOnly();
}
