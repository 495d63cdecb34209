package smartcity.local.run;

import java.net.URI;
import smartcity.local.infra.LoopbackPort;

/// One of the processes of a service.
///
/// @param number 1 for the first of the service
/// @param port where it answers
public record ServiceReplica(CityService service, int number, LoopbackPort port) {
    /// The name users know it by, and its log: of the first, that of its service.
    public String name() {
        return nameOf(service, number);
    }

    static String nameOf(CityService service, int number) {
        return number == 1 ? service.module() : service.module() + "-" + number;
    }

    /// What it does and has done, as JSON.
    public URI status() {
        return uri(service.statusPath());
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port.number() + path);
    }
}
