package smartcity.local.run;

import java.net.URI;
import java.util.List;

/// The services of the city, in the order they start: nothing is produced before someone lands it.
public enum Service {
    SINK("s3-parquet-sink", 3, "/sink/status"),
    WEATHER("weather-simulator", 1, "/simulator/status"),
    INCIDENT("incident-simulator", 2, "/simulator/status"),
    VEHICLE("vehicle-simulator", 0, "/simulator/status");

    /// Those that produce.
    public static final List<Service> SIMULATORS = List.of(WEATHER, INCIDENT, VEHICLE);

    private final String module;
    private final int portOffset;
    private final String statusPath;

    Service(String module, int portOffset, String statusPath) {
        this.module = module;
        this.portOffset = portOffset;
        this.statusPath = statusPath;
    }

    /// The Maven module, and the name users know it by.
    public String module() {
        return module;
    }

    /// Where it listens when the first of the services listens on `firstPort`.
    public int port(int firstPort) {
        return firstPort + portOffset;
    }

    /// What it does and has done, as JSON.
    public URI status(int firstPort) {
        return uri(firstPort, statusPath);
    }

    URI uri(int firstPort, String path) {
        return URI.create("http://127.0.0.1:" + port(firstPort) + path);
    }
}
