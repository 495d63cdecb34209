package smartcity.sink.loop;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.SchemaElement;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.schema.SchemaNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.threeten.extra.MutableClock;
import smartcity.sink.batch.RolloverRule;
import smartcity.sink.cut.CommitState;
import smartcity.sink.cut.Cut;
import smartcity.sink.cut.CutEpochs;
import smartcity.sink.cut.Layout;
import smartcity.sink.file.CompressionCodec;
import smartcity.sink.file.FileForm;
import smartcity.sink.file.FileSettings;
import smartcity.sink.file.TestOrigins;
import smartcity.sink.json.JsonFormat;
import smartcity.sink.json.UnknownFields;
import smartcity.sink.jsonschema.JsonSchemaReader;
import smartcity.sink.kafka.FakeKafka;
import smartcity.sink.kafka.GroupProtocol;
import smartcity.sink.kafka.KafkaAccess;
import smartcity.sink.parquet.ParquetFiles;
import smartcity.sink.record.RecordColumns;
import smartcity.sink.record.RecordRules;
import smartcity.sink.row.RowFormat;
import smartcity.sink.store.InMemoryObjectStore;
import smartcity.sink.store.NewObject;
import smartcity.sink.store.ObjectContent;
import smartcity.sink.store.ObjectStore;
import smartcity.sink.topic.LandedTopic;
import smartcity.sink.topic.RowPlacement;
import smartcity.sink.topic.TimeRange;

/// The loop between a Kafka and a bucket in memory, with a clock that is moved by hand.
final class LoopFixture {
    static final Duration MAX_AGE = Duration.ofSeconds(60);
    static final TimeRange SINCE_2000 =
            new TimeRange(Instant.parse("2000-01-01T00:00:00Z"), Instant.parse("2100-01-01T00:00:00Z"));
    static final String SCHEMA = """
            {"$id": "urn:test:1", "type": "object", "required": ["timestamp", "n"], "properties": {
             "timestamp": {"type": "string", "format": "date-time"}, "n": {"type": "integer"}}}""";

    final FakeKafka kafka = new FakeKafka();
    final InMemoryObjectStore bucket = new InMemoryObjectStore();
    final MutableClock clock = MutableClock.of(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    final List<LoopEvent> events = new ArrayList<>();
    long maxBytes = 1 << 30;
    int maxWindows = 100;
    final FailingFiles.Faults faults = new FailingFiles.Faults();
    UnaryOperator<RowFormat> conversion = UnaryOperator.identity();
    GroupProtocol protocol = GroupProtocol.CLASSIC;
    String group = "sink";
    int era;

    /// Where an era after the first begins.
    Optional<Instant> landFrom = Optional.empty();

    FileForm form = FileForm.COMPATIBLE;
    String schema = SCHEMA;

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
        return member(store, Layout.byHour(prefix));
    }

    Member member(Layout layout) {
        return member(bucket, layout);
    }

    private Member member(ObjectStore store, Layout layout) {
        FakeKafka.FakeConsumer consumer = kafka.consumer();
        LandedTopic topic = topic(layout.inEra(era), schema, form, landFrom);
        SinkLoop loop = new SinkLoop(
                new KafkaAccess(consumer, kafka::identities, group),
                new TopicDecoders(Map.of(FakeKafka.TOPIC, decoder(topic, conversion)), null),
                new BucketAccess(store, Runnable::run, () -> new FailingFiles(new ParquetFiles(), faults)),
                new LoopSettings(
                        new RolloverRule(1000, 1 << 20, MAX_AGE, maxWindows),
                        new RetryBackoff(Duration.ofSeconds(1), Duration.ofSeconds(8)),
                        Duration.ofSeconds(10),
                        protocol),
                context());
        loop.subscribe();
        consumer.assign();
        return new Member(loop, consumer);
    }

    /// Where the partition would resume.
    ResumeForecast forecast(FakeKafka.FakeConsumer consumer) {
        LandedTopic topic = topic(Layout.byHour("").inEra(era), schema, form, landFrom);
        return new ResumeForecast(new KafkaAccess(consumer, kafka::identities, group), bucket, _ -> topic);
    }

    LoopContext context() {
        return new LoopContext(clock, new Random(1), clock::add, events::add, new MemoryBudget(maxBytes));
    }

    /// The decoder of the topic, by hour.
    static TopicDecoder decoder() {
        return decoder(topic(Layout.byHour("")), UnaryOperator.identity());
    }

    private static TopicDecoder decoder(LandedTopic topic, UnaryOperator<RowFormat> conversion) {
        return new TopicDecoder(
                topic,
                new RecordColumns(topic.schema(), RecordRules.NONE),
                conversion.apply(new JsonFormat(topic.schema(), UnknownFields.IGNORE)));
    }

    /// The metadata of a cut in the usual layout, by the rules of this fixture.
    static String cut(long end) {
        return cut(end, FileForm.COMPATIBLE);
    }

    /// The same, of files in that form.
    static String cut(long end, FileForm form) {
        return new Cut(
                        end,
                        Layout.byHour(""),
                        form,
                        topic(Layout.byHour("")).rules(),
                        TestOrigins.TOPIC,
                        new CutEpochs(0, 0))
                .encoded();
    }

    /// Offset and metadata of the commit by which everything before `offset` has landed.
    static String landed(long offset) {
        return offset + new CommitState.Landed(TestOrigins.TOPIC, 0).encoded();
    }

    private static LandedTopic topic(Layout layout) {
        return topic(layout, SCHEMA, FileForm.COMPATIBLE, Optional.empty());
    }

    private static LandedTopic topic(Layout layout, String schema, FileForm form, Optional<Instant> landFrom) {
        return new LandedTopic(
                FakeKafka.TOPIC,
                new RowPlacement(
                        JsonSchemaReader.read(
                                "test", new ByteArrayInputStream(schema.getBytes(StandardCharsets.UTF_8))),
                        layout),
                SINCE_2000,
                "",
                new FileSettings(form, CompressionCodec.USUAL),
                landFrom);
    }

    /// Moves the clock until what is held now is due.
    void age() {
        clock.add(MAX_AGE);
    }

    /// A good record of hour `hour`.
    void produce(int hour) {
        kafka.produce("{\"timestamp\":\"2026-11-23T%02d:30:00Z\",\"n\":%d}".formatted(hour, hour));
    }

    /// The names of the columns of the first object.
    List<String> columns() {
        NewObject object = bucket.objects().values().iterator().next();
        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(bytes(object.content())))) {
            return reader.getFileSchema().getRootNode().children().stream()
                    .map(SchemaNode::name)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The form of each object, by its key, as its footer states it.
    Map<String, String> forms() {
        Map<String, String> forms = new TreeMap<>();
        bucket.objects().forEach((key, object) -> {
            try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(bytes(object.content())))) {
                forms.put(
                        key,
                        String.valueOf(
                                reader.getFileMetaData().keyValueMetadata().get("smartcity.files")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return forms;
    }

    /// The field IDs of the columns of each object, by its key.
    Map<String, Map<String, Integer>> fieldIds() {
        Map<String, Map<String, Integer>> all = new TreeMap<>();
        bucket.objects().forEach((key, object) -> {
            try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(bytes(object.content())))) {
                Map<String, Integer> ids = new TreeMap<>();
                for (SchemaElement element : reader.getFileMetaData().schema()) {
                    if (element.fieldId() != null) {
                        ids.put(element.name(), element.fieldId());
                    }
                }
                all.put(key, ids);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return all;
    }

    /// The reasons of the dead letters in the bucket.
    List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        bucket.objects().forEach((key, object) -> {
            if (key.startsWith("data/dead_letters/")) {
                read(object, rows -> reasons.add(rows.getString("reason")));
            }
        });
        return reasons;
    }

    /// The offsets in the bucket, in order, each as often as it is there.
    List<Long> landedOffsets() {
        List<Long> offsets = new ArrayList<>();
        for (NewObject object : bucket.objects().values()) {
            read(object, rows -> offsets.add(rows.getLong("kafka_offset")));
        }
        return offsets.stream().sorted().toList();
    }

    private static void read(NewObject object, Consumer<RowReader> each) {
        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(bytes(object.content())));
                RowReader rows = reader.rowReader()) {
            while (rows.hasNext()) {
                rows.next();
                each.accept(rows);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ByteBuffer bytes(ObjectContent content) throws IOException {
        return ByteBuffer.wrap(content.stream().readAllBytes());
    }

    /// Why partitions were blocked.
    List<String> blocked() {
        return events(LoopEvent.Blocked.class).stream()
                .map(LoopEvent.Blocked::reason)
                .toList();
    }

    <E extends LoopEvent> List<E> events(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
