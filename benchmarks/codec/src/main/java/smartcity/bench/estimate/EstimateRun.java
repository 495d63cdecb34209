package smartcity.bench.estimate;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import smartcity.sink.batch.FileLimit;
import smartcity.sink.batch.PartitionBatch;
import smartcity.sink.cut.Layout;
import smartcity.sink.file.RecordOrigin;
import smartcity.sink.identity.TopicIdentity;
import smartcity.sink.json.JsonFormat;
import smartcity.sink.json.UnknownFields;
import smartcity.sink.jsonschema.JsonSchemaReader;
import smartcity.sink.parquet.ParquetFiles;
import smartcity.sink.row.ConversionResult;
import smartcity.sink.row.Row;
import smartcity.sink.row.RowConverter;
import smartcity.sink.schema.RecordSchema;
import smartcity.sink.topic.RowPlacement;

/// One measurement: fills the batches of a case as the sink does, and finishes one of them.
final class EstimateRun {
    /// Different rows that are put again and again, so that the sink's work is most of the time.
    private static final int DIFFERENT = 200;

    /// Share of the optional fields that a record has [chosen].
    private static final double PRESENT = 0.7;

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final long HOUR_MICROS = 3_600_000_000L;

    private final EstimateCase of;
    private final RecordSchema schema;
    private final Row row;
    private final RowConverter converter;
    private final List<ByteBuffer> records;

    EstimateRun(EstimateCase of) {
        this.of = of;
        this.schema = JsonSchemaReader.read(
                "estimate", new ByteArrayInputStream(of.schema().getBytes(StandardCharsets.UTF_8)));
        this.row = new Row(schema.slots());
        this.converter = new JsonFormat(schema, UnknownFields.IGNORE).converter(row);
        Random random = new Random(1);
        this.records = random.ints(Math.min(DIFFERENT, of.rows()))
                .mapToObj(seed -> record(new Random(seed)))
                .toList();
    }

    private ByteBuffer record(Random random) {
        String fields = of.names()
                .filter(_ -> random.nextDouble() < PRESENT)
                .map(name -> ",\"" + name + "\":"
                        + (EstimateCase.isText(name)
                                ? "\"text " + random.nextInt(10_000) + "\""
                                : random.nextInt(1_000_000) / 100.0))
                .collect(Collectors.joining());
        return ByteBuffer.wrap(("{\"timestamp\":\"" + START + "\"" + fields + "}").getBytes(StandardCharsets.UTF_8));
    }

    EstimateResult measure() throws InterruptedException {
        try (ParquetFiles files = new ParquetFiles()) {
            batch(files, -1, of.rows()).close(Long.MAX_VALUE); // what all files share is no part of the estimate
            long before = LiveHeap.bytes();
            List<PartitionBatch> batches = new ArrayList<>();
            for (int partition = 0; partition < of.partitions(); partition++) {
                batches.add(batch(files, partition, of.rows()));
            }
            long open = LiveHeap.bytes();
            long estimate =
                    batches.stream().mapToLong(PartitionBatch::heldBytes).sum();
            PartitionBatch last = batches.removeLast();
            long finishing = estimate + last.finishingBytes();
            long peak = LiveHeap.peakDuring(() -> last.close(Long.MAX_VALUE));
            return new EstimateResult(of, estimate, open - before, finishing, peak - before);
        }
    }

    private PartitionBatch batch(ParquetFiles files, int partition, int rows) {
        RecordOrigin origin = new RecordOrigin(
                new TopicPartition("estimate", Math.max(0, partition)),
                new TopicIdentity("cluster", "topic"),
                0,
                "rules");
        PartitionBatch batch = new PartitionBatch(
                files, new RowPlacement(schema, Layout.byHour("")), origin, 0, FileLimit.upTo(of.windows()));
        long offset = 0;
        for (int window = 0; window < of.windows(); window++) {
            long micros = START.toEpochMilli() * 1000 + window * HOUR_MICROS;
            for (int number = 0; number < rows; number++) {
                put(records.get(number % records.size()), batch, micros, offset++);
            }
        }
        return batch;
    }

    private void put(ByteBuffer record, PartitionBatch batch, long eventMicros, long offset) {
        if (converter.convert(record.duplicate()) instanceof ConversionResult.Refused(String reason)) {
            throw new IllegalStateException("Failed to convert a record: " + reason);
        }
        row.putLong(0, eventMicros);
        row.putEventTime(schema.eventTime(), 0);
        if (!batch.add(row, offset, eventMicros / 1000, START)) {
            throw new IllegalStateException("Failed to add a record to a batch with room for it");
        }
    }
}
