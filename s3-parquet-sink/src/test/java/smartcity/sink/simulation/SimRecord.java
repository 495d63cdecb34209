package smartcity.sink.simulation;

import java.nio.ByteBuffer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/// A record of the simulated log.
///
/// @param id which no other record has
/// @param eventMicros when it happened
/// @param timestampMillis Kafka's timestamp
record SimRecord(long id, long eventMicros, long timestampMillis, Kind kind) {
    private static final long HOUR_MICROS = 3_600_000_000L;

    /// What its value is.
    enum Kind {
        ROW,
        POISON,
        TOMBSTONE
    }

    /// The hour whose object must hold it, since 1970.
    long hour() {
        return kind == Kind.ROW
                ? Math.floorDiv(eventMicros, HOUR_MICROS)
                : Math.floorDiv(timestampMillis * 1000, HOUR_MICROS);
    }

    ConsumerRecord<ByteBuffer, ByteBuffer> at(TopicPartition partition, long offset) {
        ByteBuffer key = ByteBuffer.allocate(8).putLong(0, id);
        return new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                offset,
                timestampMillis,
                TimestampType.CREATE_TIME,
                8,
                8,
                key,
                value(),
                new RecordHeaders(),
                java.util.Optional.empty());
    }

    private @Nullable ByteBuffer value() {
        return switch (kind) {
            case ROW -> ByteBuffer.allocate(16).putLong(0, id).putLong(8, eventMicros);
            case POISON -> ByteBuffer.allocate(3);
            case TOMBSTONE -> null;
        };
    }
}
