package smartcity.emission;

import io.quarkus.arc.Unremovable;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import smartcity.disturbance.ReportedDisturbances;
import smartcity.event.CityTopic;
import smartcity.time.SimulatedTime;

/// Makes a channel begin with the reports that are in effect now: it reads from as long before simulated time
/// as reports are kept.
///
/// The timestamp of a record is that of its event, so Kafka's index finds the offset.
@ApplicationScoped
@Unremovable
@Identifier("read-from-before")
class InputStartOffsets implements KafkaConsumerRebalanceListener {
    private final DisturbanceInputs inputs;
    private final CityTopicsConfig names;
    private final SimulatedTime time;
    private final Clock clock;

    InputStartOffsets(DisturbanceInputs inputs, CityTopicsConfig names, SimulatedTime time, Clock clock) {
        this.inputs = inputs;
        this.names = names;
        this.time = time;
        this.clock = clock;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        long from = time.at(clock.instant()).minus(ReportedDisturbances.KEPT).toEpochMilli();
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, OffsetAndTimestamp> starts = consumer.offsetsForTimes(
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> from)));
        ends.forEach((partition, end) -> {
            OffsetAndTimestamp start = starts.get(partition);
            consumer.seek(partition, start == null ? end : start.offset());
        });
        Stream.of(CityTopic.values())
                .filter(topic -> partitions.stream()
                        .anyMatch(partition -> partition.topic().equals(names.nameOf(topic))))
                .forEach(topic -> inputs.channel(topic.defaultName()).restart(consumer));
    }
}
