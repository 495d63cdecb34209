package smartcity.sink.loop;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import smartcity.sink.batch.PartitionBatch;
import smartcity.sink.parquet.DeadLetter;
import smartcity.sink.row.Row;
import smartcity.sink.row.RowConverter;
import smartcity.sink.row.Verdict;
import smartcity.sink.schema.RecordSchema;

/// How the records of one topic get into a batch.
///
/// @param converter fills `row`
public record Intake(RecordSchema schema, RowConverter converter, Row row) {
    /// Puts the record into the batch, as a row or as a dead letter.
    void take(ConsumerRecord<ByteBuffer, ByteBuffer> record, PartitionBatch batch, Instant now) {
        switch (converter.convert(record.value())) {
            case Verdict.Accepted _ -> batch.add(row, record.offset(), record.timestamp(), now);
            case Verdict.Refused(String reason) ->
                batch.add(
                        new DeadLetter(
                                record.topic(),
                                record.partition(),
                                record.offset(),
                                record.timestamp(),
                                record.key(),
                                record.value(),
                                reason),
                        now);
        }
    }
}
