package smartcity.sink.simulation;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.LogTruncationException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;

/// The positions of a consumer in its partitions, and what it reads next.
final class SimFetches {
    /// @param epoch of the record before; empty when it is unknown
    private record Position(long offset, Optional<Integer> epoch) {}

    private static final int MOST_RECORDS = 12;

    private final SimWorld world;
    private final Map<TopicPartition, Position> positions = new HashMap<>();
    /// The epoch of the leader that the position was compared with.
    private final Map<TopicPartition, Integer> validated = new HashMap<>();
    private final Set<TopicPartition> paused = new HashSet<>();

    SimFetches(SimWorld world) {
        this.world = world;
    }

    void seek(TopicPartition partition, long offset, Optional<Integer> epoch) {
        positions.put(partition, new Position(offset, epoch));
        validated.remove(partition);
    }

    long position(TopicPartition partition) {
        return exact(partition).offset;
    }

    private Position exact(TopicPartition partition) {
        Position position = positions.get(partition);
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
        validated.remove(partition);
    }

    /// Asks the leaders of a new epoch where the epochs of the positions ended, as the client does before it reads on.
    /// Positions without an epoch are taken as they are.
    void validate(Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> truncated = new LinkedHashMap<>();
        Map<TopicPartition, OffsetAndMetadata> divergent = new LinkedHashMap<>();
        for (TopicPartition partition : partitions) {
            Position position = exact(partition);
            if (position.epoch.isPresent() && !isValid(partition)) {
                PartitionLog log = world.topics.log(partition);
                long end = log.endOfEpoch(position.epoch.get());
                if (end < position.offset) {
                    truncated.put(partition, position.offset);
                    divergent.put(partition, new OffsetAndMetadata(end));
                } else {
                    validated.put(partition, log.leaderEpoch());
                }
            }
        }
        if (!truncated.isEmpty()) {
            throw new LogTruncationException(truncated, divergent);
        }
    }

    /// Whether the client need not ask.
    boolean isValid(TopicPartition partition) {
        Integer epoch = validated.get(partition);
        return exact(partition).epoch.isEmpty()
                || (epoch != null && epoch == world.topics.log(partition).leaderEpoch());
    }

    ConsumerRecords<ByteBuffer, ByteBuffer> fetch(Collection<TopicPartition> assigned) {
        Map<TopicPartition, List<ConsumerRecord<ByteBuffer, ByteBuffer>>> found = new LinkedHashMap<>();
        Map<TopicPartition, OffsetAndMetadata> next = new LinkedHashMap<>();
        Map<TopicPartition, Long> gone = new LinkedHashMap<>();
        for (TopicPartition partition : assigned) {
            if (!paused.contains(partition) && world.chance.permille(800)) {
                PartitionLog log = world.topics.log(partition);
                long position = position(partition);
                if (position < log.first || position > log.end) {
                    gone.put(partition, position);
                } else {
                    read(partition, log, found, next);
                }
            }
        }
        if (found.isEmpty() && !gone.isEmpty()) {
            throw new OffsetOutOfRangeException(gone);
        }
        return next.isEmpty() ? ConsumerRecords.empty() : new ConsumerRecords<>(found, next);
    }

    /// Reads some records, and stops behind the last of them or anywhere in the gap that follows.
    private void read(
            TopicPartition partition,
            PartitionLog log,
            Map<TopicPartition, List<ConsumerRecord<ByteBuffer, ByteBuffer>>> found,
            Map<TopicPartition, OffsetAndMetadata> nextOffsets) {
        int most = world.chance.between(1, MOST_RECORDS);
        List<ConsumerRecord<ByteBuffer, ByteBuffer>> records = new ArrayList<>();
        long start = position(partition);
        long next = start;
        for (ProducedRecord record : log.present.tailMap(next, true).values()) {
            if (records.size() == most) {
                break;
            }
            records.add(record.consumed());
            next = record.offset() + 1;
        }
        Long behindGap = log.present.ceilingKey(next);
        if (world.chance.permille(700)) {
            next = behindGap == null ? log.end : behindGap;
        }
        if (next > start) {
            Optional<Integer> epoch = Optional.of(log.epochBefore(next));
            positions.put(partition, new Position(next, epoch));
            validated.put(partition, log.leaderEpoch());
            nextOffsets.put(partition, new OffsetAndMetadata(next, epoch, ""));
        }
        if (!records.isEmpty()) {
            world.trace.say("fetched %s %d records, position %d", partition, records.size(), next);
            found.put(partition, records);
        }
    }
}
