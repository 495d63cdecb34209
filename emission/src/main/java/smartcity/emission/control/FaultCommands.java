package smartcity.emission.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import smartcity.emission.FaultConfig;
import smartcity.emission.fault.FaultKind;
import smartcity.emission.fault.FaultRates;
import smartcity.emission.fault.FaultSchedule;
import smartcity.http.JsonBody;

/// Carries out what is ordered about the faults of this service, on all its replicas.
@Singleton
public class FaultCommands implements CommandHandler {
    /// Kind of the command that sets the rates.
    public static final String KIND = "faults";
    private static final String SERVICE = "service";
    private static final String LATE_MEDIAN = "late-median";
    private static final String EPISODE = "episode";

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

    /// Reads the rates of a request; a kind that is not named does not happen.
    public FaultRates rates(JsonBody form) {
        Map<FaultKind, Double> rates = new EnumMap<>(FaultKind.class);
        for (FaultKind kind : FaultKind.values()) {
            form.optionalNumber(kind.word(), 0, 1).ifPresent(rate -> rates.put(kind, rate));
        }
        Duration most = Duration.ofDays(1);
        Duration lateMedian =
                form.optionalDuration(LATE_MEDIAN, Duration.ofMillis(1), most).orElse(configured.lateMedian());
        Duration episode =
                form.optionalDuration(EPISODE, Duration.ofMillis(1), most).orElse(configured.episode());
        form.end();
        return new FaultRates(rates, lateMedian, episode);
    }

    /// What the order says, for this service alone.
    public ObjectNode body(JsonBody form) {
        return form.fields().deepCopy().put(SERVICE, service);
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public void take(CityCommand order) {
        if (order.body().path(SERVICE).asText().equals(service)) {
            JsonBody form = new JsonBody(order.body().deepCopy().without(Set.of(SERVICE)));
            schedule.set(rates(form), order.simulatedAt());
        }
    }
}
