package smartcity.emission.coupling;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import smartcity.disturbance.Disturbances;
import smartcity.disturbance.ReportedDisturbances;
import smartcity.emission.EmissionGate;
import smartcity.emission.SimulationConfig;
import smartcity.emission.SimulationName;
import smartcity.event.EventReader;
import smartcity.road.Road;

/// What a simulator hears of weather and incidents: its channels hand it their records, and it hands on what they say.
///
/// May be called by several threads.
@ApplicationScoped
public class DisturbanceInputs {
    private static final String WEATHER = "weather_data";
    private static final String EMERGENCY = "emergency_data";

    /// Who tells what comes by a channel.
    private static final Map<String, String> SERVICES =
            Map.of(WEATHER, "weather-simulator", EMERGENCY, "incident-simulator");

    private final boolean off;
    private final String city;
    private final ReportedDisturbances disturbances;
    private final InputGate gate;
    private final KafkaClientService clients;
    private final Admin admin;
    private final EventReader reader = new EventReader();
    private final Map<String, InputChannel> inlets = new ConcurrentHashMap<>();
    private final LongAdder heard = new LongAdder();
    private final LongAdder broken = new LongAdder();
    private @Nullable InputMonitor watch;

    DisturbanceInputs(
            Road road, CouplingConfig config, SimulationConfig simulation, KafkaClientService clients, Admin admin) {
        this.off = config.inputs() == CouplingConfig.Source.OFF;
        this.city = SimulationName.of(simulation);
        this.disturbances = new ReportedDisturbances(road, config.delay());
        this.gate = new InputGate(
                config.delay(),
                Optional.of(config.patience()).filter(_ -> simulation.until().isEmpty()),
                Clock.systemUTC());
        this.clients = clients;
        this.admin = admin;
    }

    /// What is known of weather and incidents, as it becomes known.
    public Disturbances disturbances() {
        return off ? Disturbances.NONE : disturbances;
    }

    /// Holds the simulator back until it has heard what it feels by the channels that it has.
    public synchronized EmissionGate gate() {
        if (off) {
            return EmissionGate.OPEN;
        }
        if (watch == null) {
            Map<String, String> read = new TreeMap<>(SERVICES);
            read.keySet().retainAll(clients.getConsumerChannels());
            InputMonitor started = new InputMonitor(
                    new UpstreamProgress(admin, List.copyOf(read.values()), city),
                    read.keySet().stream().map(this::inlet).toList(),
                    gate);
            Thread.ofPlatform().daemon().name("coupling").start(started);
            watch = started;
        }
        return gate;
    }

    @PreDestroy
    synchronized void close() {
        if (watch != null) {
            watch.stop();
        }
    }

    /// Takes what the channel of weather_data has read.
    public void hearWeather(ConsumerRecords<?, byte[]> records) {
        hear(records, reader::observation, disturbances::add);
        inlet(WEATHER).tookUp(records.count());
    }

    /// Takes what the channel of emergency_data has read.
    public void hearReports(ConsumerRecords<?, byte[]> records) {
        hear(records, reader::report, disturbances::add);
        inlet(EMERGENCY).tookUp(records.count());
    }

    private <E> void hear(
            ConsumerRecords<?, byte[]> records, Function<byte[], Optional<E>> reading, Consumer<E> taking) {
        for (ConsumerRecord<?, byte[]> record : records) {
            Optional<E> event = record.value() == null ? Optional.empty() : reading.apply(record.value());
            event.ifPresent(taking);
            (event.isPresent() ? heard : broken).increment();
        }
    }

    /// What comes by a channel.
    InputChannel inlet(String channel) {
        return inlets.computeIfAbsent(channel, name -> new InputChannel(name, clients));
    }

    /// What was received of other simulators until now.
    public CouplingStatus status() {
        return new CouplingStatus(heard.sum(), broken.sum(), disturbances.late(), gate.unheardMinutes());
    }
}
