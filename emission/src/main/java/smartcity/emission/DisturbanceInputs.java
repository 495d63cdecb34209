package smartcity.emission;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import smartcity.disturbance.Disturbances;
import smartcity.emission.coupling.CouplingStatus;
import smartcity.emission.coupling.InputGate;
import smartcity.emission.coupling.ReceivedReports;
import smartcity.emission.kafka.InputChannel;
import smartcity.emission.kafka.InputMonitor;
import smartcity.emission.kafka.UpstreamProgress;
import smartcity.emission.loop.EmissionGate;
import smartcity.identity.SimulationIdentity;
import smartcity.road.Road;

/// The input of a simulator: its channels pass their records on to [ReceivedReports].
///
/// May be called by several threads.
@ApplicationScoped
public class DisturbanceInputs {
    private static final String WEATHER = "weather_data";
    private static final String EMERGENCY = "emergency_data";

    /// The services that emit the records of a channel.
    private static final Map<String, String> SERVICES =
            Map.of(WEATHER, "weather-simulator", EMERGENCY, "incident-simulator");

    private final boolean off;
    private final SimulationIdentity simulation;
    private final ReceivedReports reports;
    private final InputGate gate;
    private final KafkaClientService clients;
    private final Admin admin;
    private final Map<String, InputChannel> channels = new ConcurrentHashMap<>();
    private @Nullable InputMonitor monitor;

    DisturbanceInputs(
            Road road, CouplingConfig config, SimulationIdentity simulation, KafkaClientService clients, Admin admin) {
        this.off = config.inputs() == CouplingConfig.Source.OFF;
        this.simulation = simulation;
        this.reports = new ReceivedReports(road, config.delay());
        this.gate = new InputGate(
                config.delay(),
                Optional.of(config.timeout()).filter(_ -> simulation.until() == null),
                System::nanoTime);
        this.clients = clients;
        this.admin = admin;
    }

    /// The weather and the lane closures in effect; changes as reports are received.
    public Disturbances disturbances() {
        return off ? Disturbances.NONE : reports.disturbances();
    }

    /// Makes the simulator wait until it has received the reports in effect from all channels that it has.
    public synchronized EmissionGate gate() {
        if (off) {
            return EmissionGate.OPEN;
        }
        if (monitor == null) {
            Map<String, String> read = new TreeMap<>(SERVICES);
            read.keySet().retainAll(clients.getConsumerChannels());
            InputMonitor started = new InputMonitor(
                    new UpstreamProgress(admin, List.copyOf(read.values()), simulation),
                    read.keySet().stream().map(this::channel).toList(),
                    gate);
            Thread.ofPlatform().daemon().name("coupling").start(started);
            monitor = started;
        }
        return gate;
    }

    @PreDestroy
    synchronized void close() {
        if (monitor != null) {
            monitor.stop();
        }
    }

    /// Receives what the channel of weather_data has read.
    public void receiveWeather(ConsumerRecords<?, byte[]> records) {
        receive(WEATHER, records, reports::receiveWeather);
    }

    /// Receives what the channel of emergency_data has read.
    public void receiveReports(ConsumerRecords<?, byte[]> records) {
        receive(EMERGENCY, records, reports::receiveIncident);
    }

    private void receive(String channel, ConsumerRecords<?, byte[]> records, Consumer<byte[]> receiver) {
        for (ConsumerRecord<?, byte[]> record : records) {
            receiver.accept(record.value());
        }
        channel(channel).countProcessed(records.count());
    }

    /// The state of one channel.
    InputChannel channel(String channel) {
        return channels.computeIfAbsent(channel, name -> new InputChannel(new ChannelThread(clients, name)));
    }

    /// Whether reports of other simulators are received.
    boolean received() {
        return !off && clients.getConsumerChannels().stream().anyMatch(SERVICES::containsKey);
    }

    /// What has been received until now.
    public CouplingStatus status() {
        return reports.status(gate.incompleteMinutes());
    }
}
