package smartcity.local.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import smartcity.event.CityTopic;

/// The services of the city, in the order they start: nothing is produced before someone lands it.
public enum CityService {
    SINK("s3-parquet-sink", 3, "/sink/status"),
    WEATHER("weather-simulator", 1, "/simulator/status"),
    INCIDENT("incident-simulator", 2, "/simulator/status"),
    VEHICLE("vehicle-simulator", 0, "/simulator/status"),
    VIEW("city-view", -1, "/");

    /// Those that produce.
    public static final List<CityService> SIMULATORS = List.of(WEATHER, INCIDENT, VEHICLE);

    private final String module;
    private final int portOffset;
    private final String statusPath;

    CityService(String module, int portOffset, String statusPath) {
        this.module = module;
        this.portOffset = portOffset;
        this.statusPath = statusPath;
    }

    /// The simulator of a name; empty for the sink and for unknown names.
    static Optional<CityService> simulator(String module) {
        return SIMULATORS.stream()
                .filter(service -> service.module.equals(module))
                .findFirst();
    }

    /// The Maven module, and the name users know it by.
    public String module() {
        return module;
    }

    /// Where its first process listens when the first of the services listens on `firstPort`.
    int port(int firstPort) {
        return firstPort + portOffset;
    }

    /// Path of what it does and has done, as JSON.
    String statusPath() {
        return statusPath;
    }

    /// What it produces.
    List<CityTopic> topics() {
        return switch (this) {
            case SINK, VIEW -> List.of();
            case WEATHER -> List.of(CityTopic.WEATHER);
            case INCIDENT -> List.of(CityTopic.EMERGENCY);
            case VEHICLE -> List.of(CityTopic.VEHICLE, CityTopic.GPS, CityTopic.TRAFFIC);
        };
    }

    /// The first port that none of the services has when the first listens on `firstPort`.
    static int portBehind(int firstPort) {
        return firstPort
                + Arrays.stream(values())
                        .mapToInt(service -> service.portOffset)
                        .max()
                        .orElse(0)
                + 1;
    }
}
