package smartcity.emission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// What a simulator's records carry beside key and value.
@ConfigMapping(prefix = "emission")
public interface EmissionConfig {
    /// Whether every record bears the headers of a CloudEvent in binary content mode.
    @WithDefault("false")
    boolean cloudEvents();

    /// `ce_source`, a URI reference: who emits. Two cities in one broker need two names.
    @WithDefault("/smartcity/${quarkus.application.name}")
    String source();
}
