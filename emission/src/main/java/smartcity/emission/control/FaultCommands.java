package smartcity.emission.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import smartcity.emission.FaultConfig;
import smartcity.emission.fault.FaultRates;
import smartcity.emission.fault.FaultSchedule;

/// Carries out what is ordered about the faults of this service, on all its replicas.
@Singleton
public class FaultCommands implements CommandHandler {
    /// Kind of the command that sets the rates.
    public static final String KIND = "faults";
    private static final String SERVICE = "service";

    private final FaultRates configured;
    private final String service;
    private final FaultSchedule schedule;

    FaultCommands(FaultConfig config, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.configured = config.rates();
        this.service = service;
        this.schedule = new FaultSchedule(configured);
    }

    /// Which rates hold when.
    public FaultSchedule schedule() {
        return schedule;
    }

    /// The body of the command, for this service alone.
    public ObjectNode body(FaultRequest request) {
        return request.toJson().put(SERVICE, service);
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public void take(CityCommand order) {
        if (order.body().path(SERVICE).asText().equals(service)) {
            ObjectNode request = order.body().deepCopy();
            request.remove(SERVICE);
            schedule.set(FaultRequest.of(request).over(configured), order.simulatedAt());
        }
    }
}
