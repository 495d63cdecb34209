package smartcity.emission.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class TransactionSpansTest {
    @SuppressWarnings("removal") // an interface in Kafka 5; until then there is no other way to make one
    private static final ConsumerGroupMetadata MEMBER = new ConsumerGroupMetadata("simulator_shards");

    private static final Map<TopicPartition, OffsetAndMetadata> PROGRESS =
            Map.of(new TopicPartition("simulator_shards", 0), new OffsetAndMetadata(0, "progress"));

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());

    @Test
    void spansATransactionFromItsFirstRecordToItsCommit() throws InterruptedException {
        try (TransactionalSender sender = sender(Sampler.alwaysOn())) {
            send(sender, 3);
            assertThat(spans.getFinishedSpanItems()).isEmpty();

            assertThat(sender.commit(PROGRESS, MEMBER)).isTrue();
        }

        assertThat(spans.getFinishedSpanItems()).singleElement().satisfies(span -> {
            assertThat(span.getName()).isEqualTo("emit");
            assertThat(span.getKind()).isEqualTo(SpanKind.PRODUCER);
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
            assertThat(span.getAttributes().get(AttributeKey.longKey("messaging.batch.message_count")))
                    .isEqualTo(3);
        });
    }

    @Test
    void putsTheContextOfItsTransactionIntoEachRecord() throws InterruptedException {
        try (TransactionalSender sender = sender(Sampler.alwaysOn())) {
            send(sender, 2);
            sender.commit(PROGRESS, MEMBER);
            send(sender, 1);
            sender.commit(PROGRESS, MEMBER);
        }

        List<SpanData> transactions = spans.getFinishedSpanItems();
        assertThat(producer.history())
                .extracting(TransactionSpansTest::context)
                .containsExactly(
                        context(transactions.get(0)), context(transactions.get(0)), context(transactions.get(1)));
    }

    @Test
    void marksATransactionThatKafkaRefuses() throws InterruptedException {
        try (TransactionalSender sender = sender(Sampler.alwaysOn())) {
            send(sender, 1);
            producer.sendOffsetsToTransactionException = new CommitFailedException();

            assertThat(sender.commit(PROGRESS, MEMBER)).isFalse();
        }

        assertThat(spans.getFinishedSpanItems()).singleElement().satisfies(span -> {
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(span.getEvents()).hasSize(1);
        });
    }

    @Test
    void leavesRecordsOfATransactionThatIsNotSampledAlone() throws InterruptedException {
        try (TransactionalSender sender = sender(Sampler.alwaysOff())) {
            send(sender, 1);
            sender.commit(PROGRESS, MEMBER);
        }

        assertThat(producer.history())
                .singleElement()
                .satisfies(record -> assertThat(record.headers()).isEmpty());
    }

    @Test
    void leavesRecordsAloneWithoutTraces() throws InterruptedException {
        try (TransactionalSender sender = new TransactionalSender(producer, Set.of("T"), TransactionSpans.none())) {
            sender.begin();
            send(sender, 1);
            sender.commit(PROGRESS, MEMBER);
        }

        assertThat(producer.history())
                .singleElement()
                .satisfies(record -> assertThat(record.headers()).isEmpty());
    }

    private TransactionalSender sender(Sampler sampler) throws InterruptedException {
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .setSampler(sampler)
                .addSpanProcessor(SimpleSpanProcessor.create(spans))
                .build();
        TransactionalSender sender =
                new TransactionalSender(producer, Set.of("T"), new TransactionSpans(provider.get("test")));
        sender.begin();
        return sender;
    }

    private static void send(TransactionalSender sender, int records) throws InterruptedException {
        for (int i = 0; i < records; i++) {
            sender.send(new ProducerRecord<>("T", "device", new byte[] {'{', '}'}));
        }
    }

    private static String context(ProducerRecord<?, ?> record) {
        return StreamSupport.stream(record.headers().headers("traceparent").spliterator(), false)
                .map(header -> new String(header.value(), StandardCharsets.US_ASCII))
                .reduce("", String::concat);
    }

    /// As W3C Trace Context writes it: version, trace, span, and that it is sampled.
    private static String context(SpanData span) {
        return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-01";
    }
}
