package smartcity.view;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;

/// Who may see the page, and where the sink is.
@ConfigMapping(prefix = "view")
public interface ViewConfig {
    /// Address of the sink whose status is shown, and that is flushed, paused and resumed.
    @WithDefault("http://localhost:8084")
    URI sink();

    /// Names by which the page may be asked for, without ports; an address in brackets is IPv6.
    @WithDefault("localhost,127.0.0.1,[::1]")
    List<String> hosts();

    /// Whether every change is refused and the page shows no controls: for a public screen.
    @WithDefault("false")
    boolean readOnly();
}
