package smartcity.sink.simulation;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/// A record of a simulated producer.
///
/// @param id of its producer and its sequence number there, see [#id]; no other record has it, whatever its offset
/// @param eventMicros when it happened
/// @param timestampMillis Kafka's timestamp
record SimRecord(long id, long eventMicros, long timestampMillis, Kind kind) {
    private static final long HOUR_MICROS = 3_600_000_000L;

    /// What its value is.
    enum Kind {
        ROW,
        /// A row by relaxed rules, else a dead letter.
        RELAXED_ROW,
        BROKEN,
        TOMBSTONE
    }

    static long id(int producer, int sequence) {
        return (long) producer << 32 | sequence;
    }

    /// An id as producer and sequence number.
    static String name(long id) {
        return "record " + (id >> 32) + "/" + (int) id;
    }

    boolean mayBe(boolean deadLetter) {
        return kind == Kind.RELAXED_ROW || deadLetter == (kind != Kind.ROW);
    }

    /// The hour whose object must have it, since 1970.
    long hour(boolean deadLetter) {
        return Math.floorDiv(deadLetter ? timestampMillis * 1000 : eventMicros, HOUR_MICROS);
    }

    ConsumerRecord<ByteBuffer, ByteBuffer> at(TopicPartition partition, long offset, int leaderEpoch) {
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
                Optional.of(leaderEpoch));
    }

    private @Nullable ByteBuffer value() {
        return switch (kind) {
            case ROW -> ByteBuffer.allocate(16).putLong(0, id).putLong(8, eventMicros);
            case RELAXED_ROW -> ByteBuffer.allocate(17).putLong(0, id).putLong(8, eventMicros);
            case BROKEN -> ByteBuffer.allocate(3);
            case TOMBSTONE -> null;
        };
    }
}
