package smartcity.emission.coupling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import smartcity.disturbance.Disturbances;
import smartcity.disturbance.ReportedDisturbances;
import smartcity.emission.Gate;
import smartcity.event.EventReader;
import smartcity.road.Road;

/// What a simulator hears of weather and incidents: its channels hand it their records, and it hands on what they say.
///
/// May be called by several threads.
@ApplicationScoped
public class Inputs {
    private static final int TOPICS = 2;

    private final boolean off;
    private final ReportedDisturbances disturbances;
    private final InputGate gate;
    private final EventReader reader = new EventReader();
    private final LongAdder heard = new LongAdder();
    private final LongAdder broken = new LongAdder();

    Inputs(Road road, CouplingConfig config, Clock clock) {
        off = config.inputs() == CouplingConfig.Source.OFF;
        disturbances = new ReportedDisturbances(road, config.delay());
        gate = new InputGate(config.delay(), config.patience(), clock, TOPICS);
    }

    /// What is known of weather and incidents, as it becomes known.
    public Disturbances disturbances() {
        return off ? Disturbances.NONE : disturbances;
    }

    /// Holds the simulator back until it has heard what it feels.
    public Gate gate() {
        return off ? Gate.OPEN : gate;
    }

    /// The same for a simulator that reads the weather alone.
    public Gate weatherGate() {
        gate.readOneTopic();
        return gate();
    }

    /// Takes what the channel of weather_data has read.
    public void hearWeather(ConsumerRecords<?, byte[]> records) {
        hear(records, reader::observation, observation -> {
            disturbances.hear(observation);
            gate.heard(observation.deviceId(), observation.timestamp());
        });
    }

    /// Takes what the channel of emergency_data has read.
    public void hearReports(ConsumerRecords<?, byte[]> records) {
        hear(records, reader::report, disturbances::hear);
    }

    private <E> void hear(
            ConsumerRecords<?, byte[]> records, Function<byte[], Optional<E>> reading, Consumer<E> taking) {
        for (ConsumerRecord<?, byte[]> record : records) {
            Optional<E> event = record.value() == null ? Optional.empty() : reading.apply(record.value());
            event.ifPresent(taking);
            (event.isPresent() ? heard : broken).increment();
        }
        records.partitions()
                .forEach(partition -> gate.readUntil(
                        partition, records.records(partition).getLast().offset() + 1));
    }

    /// Notes that a partition is read from an offset, and that it had records before another.
    void begin(TopicPartition partition, long from, long end) {
        gate.begin(partition, from, end);
    }

    CouplingStatus status() {
        return new CouplingStatus(heard.sum(), broken.sum(), disturbances.late(), gate.unheardMinutes());
    }
}
