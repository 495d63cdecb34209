package smartcity.local.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import smartcity.local.infra.LoopbackPort;

/// How many replicas each simulator has; those that are not named have one.
///
/// @param counts by simulator, 1 to 64
public record ReplicaCounts(Map<CityService, Integer> counts) {
    /// As many as a service has shards unless set otherwise; more would own no shard.
    private static final int MOST = 64;

    private static final int LAST_PORT = 65_535;
    private static final Pattern FORM = Pattern.compile("(?:([a-z0-9-]+)=)?(\\d{1,9})");

    public ReplicaCounts {
        counts = Map.copyOf(counts);
        counts.values().forEach(count -> {
            if (count < 1 || count > MOST) {
                throw new IllegalArgumentException("--replicas must be within [1, " + MOST + "] but was " + count);
            }
        });
    }

    /// Reads `3`, which means all simulators, or `vehicle-simulator=3`; of two that mean the same, the later counts.
    ///
    /// @throws IllegalArgumentException for any other form, an unknown service and a number out of range
    public static ReplicaCounts parse(List<String> texts) {
        Map<CityService, Integer> counts = new EnumMap<>(CityService.class);
        for (String text : texts) {
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                throw new IllegalArgumentException(
                        "Expected --replicas with a number or with a service and a number such as vehicle-simulator=3, got: "
                                + text);
            }
            int count = Integer.parseInt(form.group(2));
            String name = form.group(1);
            (name == null ? CityService.SIMULATORS : List.of(simulator(name)))
                    .forEach(service -> counts.put(service, count));
        }
        return new ReplicaCounts(counts);
    }

    private static CityService simulator(String name) {
        return CityService.simulator(name)
                .orElseThrow(() -> new IllegalArgumentException("--replicas must name one of "
                        + CityService.SIMULATORS.stream()
                                .map(CityService::module)
                                .collect(Collectors.joining(", "))
                        + " but was " + name));
    }

    /// How many processes the service runs as.
    public int of(CityService service) {
        return counts.getOrDefault(service, 1);
    }

    /// The processes of all services but the view, in the order they start. The first of each service has a
    /// fixed port, the others take free ones after the four.
    ///
    /// @param firstPort of the four ports
    /// @param free whether a port is free
    public List<ServiceReplica> withPorts(int firstPort, IntPredicate free) {
        List<ServiceReplica> replicas = new ArrayList<>();
        int next = CityService.portBehind(firstPort);
        for (CityService service : CityService.values()) {
            if (service == CityService.VIEW) {
                continue;
            }
            replicas.add(replica(service, 1, service.port(firstPort)));
            for (int number = 2; number <= of(service); number++) {
                while (next <= LAST_PORT && !free.test(next)) {
                    next++;
                }
                replicas.add(replica(service, number, next++));
            }
        }
        return replicas;
    }

    /// The process of the page, on the port before the first of the four.
    public static ServiceReplica view(int firstPort) {
        return replica(CityService.VIEW, 1, CityService.VIEW.port(firstPort));
    }

    private static ServiceReplica replica(CityService service, int number, int port) {
        return new ServiceReplica(
                service, number, new LoopbackPort(port, ServiceReplica.nameOf(service, number), "--http-port"));
    }
}
