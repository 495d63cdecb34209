package smartcity.sink.loop;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import smartcity.sink.batch.PartitionBatch;
import smartcity.sink.parquet.DeadLetter;
import smartcity.sink.row.Row;
import smartcity.sink.row.RowConverter;
import smartcity.sink.row.Verdict;
import smartcity.sink.topic.Topic;

/// How the records of one topic get into a batch.
///
/// @param converter fills `row`
public record Intake(Topic topic, RowConverter converter, Row row) {
    /// Puts the record into the batch, as a row or as a dead letter; returns false when the batch is full.
    boolean take(ConsumerRecord<ByteBuffer, ByteBuffer> record, PartitionBatch batch, Instant now) {
        String refusal = refusal(record, batch);
        return refusal.isEmpty()
                ? batch.add(row, record.offset(), record.timestamp(), now)
                : batch.add(letter(record, refusal), now);
    }

    private String refusal(ConsumerRecord<ByteBuffer, ByteBuffer> record, PartitionBatch batch) {
        return switch (converter.convert(record.value())) {
            case Verdict.Accepted _ -> {
                String untimely = topic.refusal(row);
                yield untimely.isEmpty() ? batch.refusal(row) : untimely;
            }
            case Verdict.Refused(String reason) -> reason;
        };
    }

    private static DeadLetter letter(ConsumerRecord<ByteBuffer, ByteBuffer> record, String reason) {
        return new DeadLetter(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.key(),
                record.value(),
                reason);
    }
}
