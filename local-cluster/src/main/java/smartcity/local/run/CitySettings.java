package smartcity.local.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import smartcity.event.CityTopic;
import smartcity.local.infra.InfraSettings;
import smartcity.local.infra.LoopbackPort;

/// One run's settings.
///
/// @param infra Kafka and S3
/// @param partitions of topics that do not exist yet, at least 1
/// @param simulation what the simulators agree on
/// @param replicas the processes of services to run, in the order they start; none for Kafka and S3 alone
/// @param prometheus the port of Prometheus; empty for a run without
public record CitySettings(
        InfraSettings infra,
        int partitions,
        SimulationSettings simulation,
        List<ServiceReplica> replicas,
        Optional<LoopbackPort> prometheus) {
    public CitySettings {
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions must be at least 1 but was " + partitions);
        }
        replicas = List.copyOf(replicas);
    }

    /// A run without Prometheus.
    public CitySettings(
            InfraSettings infra, int partitions, SimulationSettings simulation, List<ServiceReplica> replicas) {
        this(infra, partitions, simulation, replicas, Optional.empty());
    }

    /// The same run with Prometheus on a port, if there is one.
    public CitySettings withPrometheus(Optional<Integer> port) {
        return new CitySettings(
                infra,
                partitions,
                simulation,
                replicas,
                port.map(number -> new LoopbackPort(number, "Prometheus", "--observe")));
    }

    /// Every port of the run.
    List<LoopbackPort> ports() {
        List<LoopbackPort> ports = new ArrayList<>(List.of(infra.kafkaPort(), infra.s3Port()));
        replicas.forEach(replica -> ports.add(replica.port()));
        prometheus.ifPresent(ports::add);
        return ports;
    }

    /// The first process of a service.
    ///
    /// @throws IllegalStateException if the service is not part of the run
    public ServiceReplica first(CityService service) {
        return replicas.stream()
                .filter(replica -> replica.service() == service)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(service.module() + " is not part of the run"));
    }

    /// The topics' names, which the environment may set.
    static List<String> topics(Map<String, String> environment) {
        return List.of(CityTopic.values()).stream()
                .map(topic -> nameOf(topic, environment))
                .toList();
    }

    static String nameOf(CityTopic topic, Map<String, String> environment) {
        return environment.getOrDefault(topic.environmentVariable(), topic.defaultName());
    }
}
