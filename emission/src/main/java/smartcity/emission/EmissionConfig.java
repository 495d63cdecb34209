package smartcity.emission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// The headers of a simulator's records, and the form of its log.
@ConfigMapping(prefix = "emission")
public interface EmissionConfig {
    /// Whether every record has the headers of a CloudEvent in binary content mode.
    @WithDefault("false")
    boolean cloudEvents();

    /// `ce_source`, a URI reference that identifies the emitter. Two cities in one broker need two names.
    @WithDefault("/smartcity/${quarkus.application.name}")
    String source();

    /// Whether the log is JSON, one object per line.
    @WithDefault("false")
    boolean logJson();
}
