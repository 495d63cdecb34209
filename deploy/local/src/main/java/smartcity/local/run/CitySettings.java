package smartcity.local.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import smartcity.event.Topic;
import smartcity.local.infra.InfraSettings;
import smartcity.local.infra.Port;

/// One run's settings.
///
/// @param infra Kafka and S3
/// @param firstPort HTTP port of the vehicle simulator; the other services take the three that follow
/// @param partitions of topics that do not exist yet, at least 1
/// @param simulation what the simulators agree on
/// @param services those to run; none for Kafka and S3 alone
public record CitySettings(
        InfraSettings infra, int firstPort, int partitions, Simulation simulation, List<Service> services) {
    public CitySettings {
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions must be at least 1 but was " + partitions);
        }
        services = List.copyOf(services);
    }

    /// Every port of the run.
    List<Port> ports() {
        List<Port> ports = new ArrayList<>(List.of(infra.kafkaPort(), infra.s3Port()));
        services.forEach(service -> ports.add(new Port(service.port(firstPort), service.module(), "--http-port")));
        return ports;
    }

    /// The topics' names, which the environment may set.
    static List<String> topics(Map<String, String> environment) {
        return List.of(Topic.values()).stream()
                .map(topic -> environment.getOrDefault(topic.environmentVariable(), topic.defaultName()))
                .toList();
    }
}
