package smartcity.emission;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import smartcity.event.CityTopic;
import smartcity.http.ControlConfig;
import smartcity.setting.ServiceVariables;
import smartcity.setting.SettingNames;

/// Ends the start of a service when one of its environment variables is misspelt, so that no setting is passed over.
@ApplicationScoped
class VariableCheck {
    /// Before channels, whose consumers and producers need Kafka.
    private static final int FIRST = 1;

    private static final Set<String> SHARED = SettingNames.of(
            SimulationConfig.class,
            CityTopicsConfig.class,
            EmissionConfig.class,
            FaultConfig.class,
            ShardsConfig.class,
            CouplingConfig.class,
            ControlConfig.class);

    /// What every simulator has, and the view.
    @Produces
    @Singleton
    static OwnSettings shared() {
        return new OwnSettings(SHARED);
    }

    /// @throws IllegalArgumentException when a variable of the service sets nothing; the message names each, one per
    ///     line, with the nearest that does
    void check(@Observes @Priority(FIRST) StartupEvent event, @All List<OwnSettings> parts) {
        List<String> refusals = variables(parts).refusals(System.getenv().keySet());
        if (!refusals.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", refusals));
        }
    }

    private static ServiceVariables variables(List<OwnSettings> parts) {
        return new ServiceVariables(
                parts.stream().flatMap(part -> part.names().stream()).collect(Collectors.toUnmodifiableSet()),
                Stream.of(CityTopic.values())
                        .map(CityTopic::environmentVariable)
                        .toList());
    }
}
