package smartcity.sink.simulation;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;

/// The positions of a consumer in its partitions, and what it reads next.
final class SimFetches {
    private static final int MOST_RECORDS = 12;

    private final SimWorld world;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Set<TopicPartition> paused = new HashSet<>();

    SimFetches(SimWorld world) {
        this.world = world;
    }

    void seek(TopicPartition partition, long offset) {
        positions.put(partition, offset);
    }

    long position(TopicPartition partition) {
        Long position = positions.get(partition);
        if (position == null) {
            throw new IllegalStateException("Failed to find a position of " + partition);
        }
        return position;
    }

    Set<TopicPartition> paused() {
        return Set.copyOf(paused);
    }

    void pause(Collection<TopicPartition> partitions) {
        paused.addAll(partitions);
    }

    void resume(Collection<TopicPartition> partitions) {
        paused.removeAll(partitions);
    }

    void forget(TopicPartition partition) {
        positions.remove(partition);
        paused.remove(partition);
    }

    ConsumerRecords<ByteBuffer, ByteBuffer> fetch(Collection<TopicPartition> assigned) {
        Map<TopicPartition, List<ConsumerRecord<ByteBuffer, ByteBuffer>>> found = new LinkedHashMap<>();
        Map<TopicPartition, Long> gone = new LinkedHashMap<>();
        for (TopicPartition partition : assigned) {
            if (!paused.contains(partition) && world.chance.permille(800)) {
                PartitionLog log = world.topics.log(partition);
                long position = position(partition);
                if (position < log.first || position > log.end) {
                    gone.put(partition, position);
                } else {
                    read(partition, log, found);
                }
            }
        }
        if (found.isEmpty() && !gone.isEmpty()) {
            throw new OffsetOutOfRangeException(gone);
        }
        return found.isEmpty() ? ConsumerRecords.empty() : new ConsumerRecords<>(found, Map.of());
    }

    /// Reads some records, and stops behind the last of them or anywhere in the gap that follows.
    private void read(
            TopicPartition partition,
            PartitionLog log,
            Map<TopicPartition, List<ConsumerRecord<ByteBuffer, ByteBuffer>>> found) {
        int most = world.chance.between(1, MOST_RECORDS);
        List<ConsumerRecord<ByteBuffer, ByteBuffer>> records = new ArrayList<>();
        long next = position(partition);
        for (var entry : log.present.tailMap(next, true).entrySet()) {
            if (records.size() == most) {
                break;
            }
            records.add(entry.getValue().at(partition, entry.getKey()));
            next = entry.getKey() + 1;
        }
        Long behindGap = log.present.ceilingKey(next);
        if (world.chance.permille(700)) {
            next = behindGap == null ? log.end : behindGap;
        }
        positions.put(partition, next);
        if (!records.isEmpty()) {
            world.trace.say("fetched %s %d records, position %d", partition, records.size(), next);
            found.put(partition, records);
        }
    }
}
