package smartcity.sink.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import smartcity.sink.batch.CutCause;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.loop.LoopEvent;
import smartcity.sink.loop.TopicTotals;
import smartcity.sink.store.HeadOutcome;
import smartcity.sink.store.ListOutcome;
import smartcity.sink.store.NewObject;
import smartcity.sink.store.ObjectContent;
import smartcity.sink.store.ObjectStore;
import smartcity.sink.store.PutOutcome;
import smartcity.sink.store.ReadOutcome;

class CutTracingTest {
    private static final TopicPartition PARTITION = new TopicPartition("gps_data", 2);
    private static final String FIRST = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String SECOND = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final String KEY = "data/gps_data/date=2026-07-01/hour=09/gps_data-2-100-109.parquet";

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final SdkTracerProvider provider = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(spans))
            .build();
    private Instant now = Instant.parse("2026-07-01T09:00:00Z");
    private final CutTracing tracing = new CutTracing(provider.get("test"), true, () -> now);
    private final AnsweringStore bucket = new AnsweringStore();

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void spansACutFromItsBeginToTheCommitOfItsEnd() {
        now = now.plusSeconds(60);

        tracing.accept(landed(100, 110, Duration.ofMillis(1_500)));

        SpanData cut = one("land");
        assertThat(cut.getKind()).isEqualTo(SpanKind.CONSUMER);
        assertThat(cut.getEndEpochNanos()).isEqualTo(TimeUnit.SECONDS.toNanos(now.getEpochSecond()));
        assertThat(cut.getEndEpochNanos() - cut.getStartEpochNanos()).isEqualTo(1_500_000_000L);
        assertThat(cut.getAttributes().get(AttributeKey.stringKey("messaging.destination.name")))
                .isEqualTo("gps_data");
        assertThat(cut.getAttributes().get(AttributeKey.stringKey("messaging.destination.partition.id")))
                .isEqualTo("2");
        assertThat(cut.getAttributes().get(AttributeKey.stringKey("smartcity.offsets")))
                .isEqualTo("100-109");
        assertThat(cut.getAttributes().get(AttributeKey.longKey("smartcity.records")))
                .isEqualTo(10);
    }

    @Test
    void linksToTheTransactionsOfItsRecordsAndToNoOthers() {
        tracing.read(records(List.of(record(100, FIRST), record(101, FIRST), record(109, FIRST), record(110, SECOND))));

        tracing.accept(landed(100, 110, Duration.ZERO));
        tracing.accept(landed(110, 120, Duration.ZERO));

        assertThat(linksOf(0)).containsExactly("0af7651916cd43dd8448eb211c80319c");
        assertThat(linksOf(1)).containsExactly("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void linksToATransactionFromEachCutThatItReachesInto() {
        tracing.read(records(List.of(record(109, FIRST), record(110, FIRST))));

        tracing.accept(landed(100, 110, Duration.ZERO));
        tracing.accept(landed(110, 120, Duration.ZERO));

        assertThat(linksOf(0)).isEqualTo(linksOf(1)).hasSize(1);
    }

    @Test
    void takesRecordsWithoutATransactionOrWithAnUnreadableOne() {
        tracing.read(records(List.of(record(100, null), record(101, "00-nonsense"))));

        tracing.accept(landed(100, 110, Duration.ZERO));

        assertThat(linksOf(0)).isEmpty();
    }

    @Test
    void spansEachRequestThatStoresAnObjectOfTheCut() {
        bucket.answers.add(new PutOutcome.Unavailable("503 SlowDown"));
        bucket.answers.add(new PutOutcome.Stored());

        put(KEY);
        put(KEY);
        tracing.accept(landed(100, 110, Duration.ofSeconds(10)));

        SpanData cut = one("land");
        List<SpanData> puts = named("put");
        assertThat(puts).hasSize(2).allSatisfy(put -> {
            assertThat(put.getParentSpanId()).isEqualTo(cut.getSpanId());
            assertThat(put.getTraceId()).isEqualTo(cut.getTraceId());
            assertThat(put.getEndEpochNanos() - put.getStartEpochNanos()).isEqualTo(2_000_000_000L);
            assertThat(put.getAttributes().get(AttributeKey.stringKey("aws.s3.key")))
                    .isEqualTo(KEY);
        });
        assertThat(puts.getFirst().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(puts.getFirst().getStatus().getDescription()).isEqualTo("503 SlowDown");
        assertThat(puts.getLast().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    @Test
    void leavesTheRequestsOfOtherCutsToThem() {
        put("data/gps_data/date=2026-07-01/hour=09/gps_data-2-110-119.parquet");
        put("data/gps_data/date=2026-07-01/hour=09/gps_data-3-100-109.parquet");
        put("data/vehicle_data/date=2026-07-01/hour=09/vehicle_data-2-100-109.parquet");
        put("_sink/probe");

        tracing.accept(landed(100, 110, Duration.ZERO));
        assertThat(named("put")).isEmpty();
        tracing.accept(landed(110, 120, Duration.ZERO));

        assertThat(named("put")).hasSize(1);
    }

    @Test
    void forgetsAPartitionThatAnotherMemberOwns() {
        tracing.read(records(List.of(record(100, FIRST))));
        put(KEY);

        tracing.accept(new LoopEvent.Rebalanced(LoopEvent.Change.LOST, Set.of(PARTITION)));
        tracing.accept(landed(100, 110, Duration.ZERO));

        assertThat(linksOf(0)).isEmpty();
        assertThat(named("put")).isEmpty();
    }

    @Test
    void usesThePlainBucketWithoutTraces() {
        assertThat(CutTracing.none().over(bucket)).isSameAs(bucket);
    }

    private void put(String key) {
        tracing.over(bucket).putIfAbsent(new NewObject(key, 10, ObjectContent.of(new byte[3])));
    }

    private SpanData one(String name) {
        assertThat(named(name)).hasSize(1);
        return named(name).getFirst();
    }

    private List<SpanData> named(String name) {
        return spans.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .toList();
    }

    private List<String> linksOf(int cut) {
        return named("land").get(cut).getLinks().stream()
                .map(link -> link.getSpanContext().getTraceId())
                .toList();
    }

    private static LoopEvent landed(long start, long end, Duration took) {
        TopicTotals counted = new TopicTotals(end - start, 0, 0, 1, 3, KEY, null, null, null, 0);
        return new LoopEvent.Landed(PARTITION, new OffsetRange(start, end), CutCause.AGE, counted, took);
    }

    private static ConsumerRecord<String, String> record(long offset, @Nullable String context) {
        ConsumerRecord<String, String> record = new ConsumerRecord<>("gps_data", 2, offset, "key", "value");
        if (context != null) {
            record.headers().add("traceparent", context.getBytes(StandardCharsets.US_ASCII));
        }
        return record;
    }

    private static ConsumerRecords<String, String> records(List<ConsumerRecord<String, String>> records) {
        return new ConsumerRecords<>(Map.of(PARTITION, records), Map.of());
    }

    /// A bucket that takes two seconds for each request.
    private final class AnsweringStore implements ObjectStore {
        private final Deque<PutOutcome> answers = new ArrayDeque<>();

        @Override
        public String location() {
            return "s3://lake";
        }

        @Override
        public PutOutcome putIfAbsent(NewObject object) {
            now = now.plusSeconds(2);
            return answers.isEmpty() ? new PutOutcome.Stored() : answers.removeFirst();
        }

        @Override
        public HeadOutcome head(String key) {
            return new HeadOutcome.Absent();
        }

        @Override
        public ReadOutcome read(String key) {
            throw new UnsupportedOperationException(key);
        }

        @Override
        public ListOutcome list(String prefix, Consumer<String> each) {
            throw new UnsupportedOperationException(prefix);
        }
    }
}
