package smartcity.sink.loop;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import smartcity.sink.batch.Rollover;
import smartcity.sink.cut.Layout;
import smartcity.sink.json.JsonRows;
import smartcity.sink.row.Row;
import smartcity.sink.schema.JsonSchemaReader;
import smartcity.sink.schema.RecordSchema;
import smartcity.sink.store.Content;
import smartcity.sink.store.InMemoryObjectStore;
import smartcity.sink.store.NewObject;
import smartcity.sink.store.ObjectStore;

/// The loop between a Kafka and a bucket in memory, with a clock that is moved by hand.
final class SinkWorld {
    static final Duration MAX_AGE = Duration.ofSeconds(60);
    static final String SCHEMA = """
            {"$id": "urn:test:1", "type": "object", "required": ["timestamp", "n"], "properties": {
             "timestamp": {"type": "string", "format": "date-time"}, "n": {"type": "integer"}}}""";

    final FakeKafka kafka = new FakeKafka();
    final InMemoryObjectStore bucket = new InMemoryObjectStore();
    final MutableClock clock = new MutableClock();
    final List<LoopEvent> events = new ArrayList<>();
    long maxBytes = 1 << 30;

    /// A member of the group that has the partition.
    record Member(SinkLoop loop, FakeKafka.FakeConsumer consumer) {
        void turn() {
            loop.turn();
        }

        void turns(int times) {
            for (int i = 0; i < times; i++) {
                loop.turn();
            }
        }
    }

    Member member() {
        return member(bucket, "");
    }

    Member member(ObjectStore store, String prefix) {
        FakeKafka.FakeConsumer consumer = kafka.consumer();
        RecordSchema schema =
                JsonSchemaReader.read("test", new ByteArrayInputStream(SCHEMA.getBytes(StandardCharsets.UTF_8)));
        Row row = new Row();
        SinkLoop loop = new SinkLoop(
                consumer,
                Map.of(FakeKafka.TOPIC, new Intake(schema, new JsonRows(schema, row), row)),
                new Bucket(store, Runnable::run),
                new LoopSettings(
                        new Layout(prefix),
                        new Rollover(1000, 1 << 20, MAX_AGE),
                        new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(8)),
                        Duration.ofSeconds(10)),
                new Surroundings(clock, new Random(1), clock::pass, events::add, new MemoryBudget(maxBytes)));
        loop.subscribe();
        consumer.assign();
        return new Member(loop, consumer);
    }

    /// A good record of hour `hour`.
    void produce(int hour) {
        kafka.produce("{\"timestamp\":\"2026-11-23T%02d:30:00Z\",\"n\":%d}".formatted(hour, hour));
    }

    /// The offsets in the bucket, in order, each as often as it is there.
    List<Long> landedOffsets() {
        List<Long> offsets = new ArrayList<>();
        for (NewObject object : bucket.objects().values()) {
            try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(bytes(object.content())));
                    RowReader rows = reader.rowReader()) {
                while (rows.hasNext()) {
                    rows.next();
                    offsets.add(rows.getLong("kafka_offset"));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return offsets.stream().sorted().toList();
    }

    private static ByteBuffer bytes(Content content) throws IOException {
        return ByteBuffer.wrap(content.stream().readAllBytes());
    }

    <E extends LoopEvent> List<E> events(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
