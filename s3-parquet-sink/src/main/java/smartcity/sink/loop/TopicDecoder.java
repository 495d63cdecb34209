package smartcity.sink.loop;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import smartcity.sink.batch.PartitionBatch;
import smartcity.sink.file.DeadLetter;
import smartcity.sink.file.RecordChecksum;
import smartcity.sink.file.RecordTimestamp;
import smartcity.sink.record.RecordColumns;
import smartcity.sink.record.Tombstones;
import smartcity.sink.row.ConversionResult;
import smartcity.sink.row.Row;
import smartcity.sink.row.RowConverter;
import smartcity.sink.row.RowFormat;
import smartcity.sink.schema.EventTime;
import smartcity.sink.topic.LandedTopic;

/// Decodes the records of one topic into a batch. For one thread.
public final class TopicDecoder {
    private static final byte[] NOTHING = new byte[0];

    private final LandedTopic topic;
    private final RecordColumns columns;
    private final Row row;
    private final RowConverter converter;
    private final RecordChecksum checksums = new RecordChecksum();

    /// @param topic whose schema is that of `columns`
    /// @param format of values
    public TopicDecoder(LandedTopic topic, RecordColumns columns, RowFormat format) {
        this.topic = topic;
        this.columns = columns;
        this.row = new Row(columns.schema().slots());
        this.converter = format.converter(row);
    }

    /// Whose records they are.
    public LandedTopic topic() {
        return topic;
    }

    /// Puts the record into the batch, as a row or as a dead letter; returns false when the batch is full.
    ///
    /// @throws UnreadableRecordException when it can be neither, by a fault of the sink
    boolean take(ConsumerRecord<ByteBuffer, ByteBuffer> record, PartitionBatch batch, Instant now) {
        if (record.value() == null && columns.tombstones() == Tombstones.IGNORE) {
            batch.ignore(now);
            return true;
        }
        Optional<String> refusal = readableRefusal(record, batch);
        try {
            return refusal.isPresent() ? batch.add(letter(record, refusal.get()), now) : addRow(record, batch, now);
        } catch (RuntimeException e) {
            throw UnreadableRecordException.withinBatch(record.offset(), e);
        }
    }

    private boolean addRow(ConsumerRecord<ByteBuffer, ByteBuffer> record, PartitionBatch batch, Instant now) {
        row.putChecksum(checksums.of(record));
        return batch.add(row, record.offset(), record.timestamp(), now);
    }

    private Optional<String> readableRefusal(ConsumerRecord<ByteBuffer, ByteBuffer> record, PartitionBatch batch) {
        try {
            return refusal(record, batch);
        } catch (RuntimeException e) {
            throw UnreadableRecordException.beforeBatch(record.offset(), e);
        }
    }

    private Optional<String> refusal(ConsumerRecord<ByteBuffer, ByteBuffer> record, PartitionBatch batch) {
        return switch (verdict(record)) {
            case ConversionResult.Accepted _ -> refusalByTime(record, batch);
            case ConversionResult.Refused(String reason) -> Optional.of(reason);
        };
    }

    private Optional<String> refusalByTime(ConsumerRecord<ByteBuffer, ByteBuffer> record, PartitionBatch batch) {
        if (!RecordTimestamp.fits(record.timestamp())) {
            return RecordTimestamp.refusal(record.timestamp());
        }
        EventTime from =
                record.value() == null ? EventTime.OF_KAFKA : topic.schema().eventTime();
        if (row.putEventTime(from, record.timestamp()) instanceof ConversionResult.Refused(String reason)) {
            return Optional.of(reason);
        }
        Optional<String> untimely = topic.refusal(row);
        return untimely.isEmpty() ? batch.refusal(row) : untimely;
    }

    private ConversionResult verdict(ConsumerRecord<ByteBuffer, ByteBuffer> record) {
        ByteBuffer value = record.value();
        if (value != null) {
            ConversionResult verdict = converter.convert(value);
            return verdict instanceof ConversionResult.Refused ? verdict : columns.fill(record, row);
        }
        if (columns.tombstones() == Tombstones.KEEP) {
            row.reset(NOTHING);
            return columns.fill(record, row);
        }
        return new ConversionResult.Refused("value must not be null");
    }

    /// The reason has the timestamp where the column cannot.
    private DeadLetter letter(ConsumerRecord<ByteBuffer, ByteBuffer> record, String reason) {
        String timestamp = RecordTimestamp.refusal(record.timestamp()).orElse(reason);
        return new DeadLetter(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.key(),
                record.value(),
                timestamp.equals(reason) ? reason : reason + "; " + timestamp,
                checksums.of(record));
    }
}
