package smartcity.emission.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import smartcity.emission.fault.FaultRates;
import smartcity.emission.fault.FaultSchedule;

/// Carries out the commands that set the faults of this service, on all its replicas.
public final class FaultCommands implements CommandHandler {
    /// Kind of the command that sets the rates.
    public static final String KIND = "faults";
    private static final String SERVICE = "service";

    private final FaultRates configured;
    private final String service;
    private final FaultSchedule schedule;

    /// @param configured the rates until the first command
    /// @param service whose commands are carried out
    public FaultCommands(FaultRates configured, String service) {
        this.configured = configured;
        this.service = service;
        this.schedule = new FaultSchedule(configured);
    }

    /// The rates over simulated time.
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
    public void carryOut(CityCommand command) {
        if (command.body().path(SERVICE).asText().equals(service)) {
            ObjectNode request = command.body().deepCopy();
            request.remove(SERVICE);
            schedule.set(FaultRequest.of(request).over(configured), command.simulatedAt());
        }
    }
}
