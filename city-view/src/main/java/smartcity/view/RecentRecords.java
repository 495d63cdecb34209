package smartcity.view;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import smartcity.emission.CityTopicsConfig;
import smartcity.time.SimulatedTime;

/// Makes a channel begin a little before now: the last reports of all devices are in it. The timestamp of a record is
/// that of its event, so Kafka's index finds the offset.
@ApplicationScoped
@Identifier("recent-records")
class RecentRecords implements KafkaConsumerRebalanceListener {
    /// Simulated time before now; chosen: twice the interval of the slowest device.
    static final Duration BEFORE = Duration.ofMinutes(2);

    /// Of incidents, which may have no report for long: the longest one lasts four hours.
    private static final Duration BEFORE_OF_INCIDENTS = Duration.ofHours(4);

    private final CityTopicsConfig topics;
    private final SimulatedTime time;
    private final Clock clock;

    RecentRecords(CityTopicsConfig topics, SimulatedTime time, Clock clock) {
        this.topics = topics;
        this.time = time;
        this.clock = clock;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Instant now = time.at(clock.instant());
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, OffsetAndTimestamp> starts = consumer.offsetsForTimes(partitions.stream()
                .collect(Collectors.toMap(partition -> partition, partition -> from(partition.topic(), now))));
        ends.forEach((partition, end) -> {
            OffsetAndTimestamp start = starts.get(partition);
            consumer.seek(partition, start == null ? end : start.offset());
        });
    }

    private long from(String topic, Instant now) {
        Duration before = topic.equals(topics.emergency()) ? BEFORE_OF_INCIDENTS : BEFORE;
        return now.minus(before).toEpochMilli();
    }
}
