package smartcity.sink.parquet;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;

import java.nio.ByteBuffer;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/// A record that could not become a row, kept whole.
///
/// @param timestampMillis Kafka's timestamp [ms since 1970]; negative when there is none
/// @param key null when the record has none
/// @param value null for a tombstone
/// @param reason names field, rule and what was there instead
public record DeadLetter(
        String topic,
        int partition,
        long offset,
        long timestampMillis,
        @Nullable ByteBuffer key,
        @Nullable ByteBuffer value,
        String reason) {

    /// The columns of dead letters.
    static final MessageType TYPE = new MessageType(
            "dead_letter",
            Types.required(PrimitiveTypeName.BINARY).as(stringType()).named("kafka_topic"),
            ColumnTypes.required(PrimitiveTypeName.INT32, ColumnTypes.PARTITION),
            ColumnTypes.required(PrimitiveTypeName.INT64, ColumnTypes.OFFSET),
            ColumnTypes.kafkaTimestamp(),
            Types.optional(PrimitiveTypeName.BINARY).named("key"),
            Types.optional(PrimitiveTypeName.BINARY).named("value"),
            Types.required(PrimitiveTypeName.BINARY).as(stringType()).named("reason"));

    static void write(DeadLetter letter, RecordConsumer to) {
        binary("kafka_topic", 0, Binary.fromString(letter.topic), to);
        to.startField(ColumnTypes.PARTITION, 1);
        to.addInteger(letter.partition);
        to.endField(ColumnTypes.PARTITION, 1);
        to.startField(ColumnTypes.OFFSET, 2);
        to.addLong(letter.offset);
        to.endField(ColumnTypes.OFFSET, 2);
        RowWriter.kafkaTimestamp(letter.timestampMillis, 3, to);
        if (letter.key != null) {
            binary("key", 4, Binary.fromReusedByteBuffer(letter.key), to);
        }
        if (letter.value != null) {
            binary("value", 5, Binary.fromReusedByteBuffer(letter.value), to);
        }
        binary("reason", 6, Binary.fromString(letter.reason), to);
    }

    private static void binary(String name, int index, Binary value, RecordConsumer to) {
        to.startField(name, index);
        to.addBinary(value);
        to.endField(name, index);
    }
}
