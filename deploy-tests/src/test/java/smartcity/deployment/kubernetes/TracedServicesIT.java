package smartcity.deployment.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.deployment.kubernetes.SecuredCity.Replica;
import smartcity.local.infra.NativeExecutables;

/// A trace from a simulator's process through Kafka into the sink's, with nothing written by hand.
@Tag("long")
class TracedServicesIT {
    private static final Duration SOON = Duration.ofMinutes(3);
    private static final Pattern CONTEXT = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-01");
    private static final String TOPIC = "weather_data";

    @TempDir
    private Path folder;

    @Test
    void aRecordCarriesItsTransactionIntoTheCutThatLandsIt() throws Exception {
        assumeTrue(
                System.getProperty(NativeExecutables.PROPERTY, "").isEmpty(),
                "Executables have no traces unless they are built with them");
        try (TraceReceiver collector = new TraceReceiver();
                SecuredCity city = new SecuredCity(folder, RenderedOverlay.named("local"))) {
            Replica sink = city.start(ServiceManifest.SINK, traced(collector, Map.of("SINK_ROLLOVER_MAX_AGE", "PT3S")));
            city.start("weather-simulator", traced(collector, Map.of("WEATHER_INTERVAL", "PT5S")));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(city.get(sink, "/sink/status")
                                    .path("topics")
                                    .path(TOPIC)
                                    .path("landed")
                                    .asLong())
                            .isPositive());

            SpanId emitted = contextOf(firstRecord(city));

            await().atMost(SOON).untilAsserted(() -> {
                assertThat(collector.of("weather-simulator", "emit").map(SpanId::of))
                        .contains(emitted);
                assertThat(collector.of(ServiceManifest.SINK, "put")).anySatisfy(put -> {
                    Span cut = cutOf(put, collector);
                    assertThat(attribute(cut, "messaging.destination.name")).isEqualTo(TOPIC);
                    assertThat(cut.getLinksList()).extracting(SpanId::of).contains(emitted);
                    assertThat(city.lake().resolveSibling(attribute(put, "aws.s3.key")))
                            .exists();
                });
            });
        }
    }

    /// The span of the cut that a request belongs to.
    private static Span cutOf(Span put, TraceReceiver collector) {
        return collector
                .of(ServiceManifest.SINK, "land")
                .filter(cut -> cut.getTraceId().equals(put.getTraceId())
                        && cut.getSpanId().equals(put.getParentSpanId()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("a put must have a land above it but was " + put));
    }

    private static String attribute(Span span, String key) {
        return TraceReceiver.text(span.getAttributesList(), key);
    }

    private static Map<String, String> traced(TraceReceiver collector, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "QUARKUS_OTEL_SDK_DISABLED", "false",
                "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", collector.endpoint(),
                "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
                "QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "PT0.1S"));
        settings.putAll(more);
        return settings;
    }

    /// The first record of any partition, read as the user of the audit.
    private static ConsumerRecord<byte[], byte[]> firstRecord(SecuredCity city) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(city.client("audit"), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map((PartitionInfo found) -> new TopicPartition(TOPIC, found.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return await().atMost(SOON)
                    .until(() -> consumer.poll(Duration.ofSeconds(1)), records -> !records.isEmpty())
                    .iterator()
                    .next();
        }
    }

    /// The span that a record's header names.
    private static SpanId contextOf(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader("traceparent");
        assertThat(header).isNotNull();
        Matcher context = CONTEXT.matcher(new String(header.value(), StandardCharsets.US_ASCII));
        assertThat(context.matches()).isTrue();
        return new SpanId(context.group(1), context.group(2));
    }

    /// Which span of which trace, in hexadecimal digits.
    private record SpanId(String trace, String span) {
        static SpanId of(Span span) {
            return new SpanId(hex(span.getTraceId()), hex(span.getSpanId()));
        }

        static SpanId of(Span.Link link) {
            return new SpanId(hex(link.getTraceId()), hex(link.getSpanId()));
        }

        private static String hex(ByteString id) {
            return HexFormat.of().formatHex(id.toByteArray());
        }
    }
}
