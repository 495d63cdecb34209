package smartcity.sink.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.serialization.ByteBufferDeserializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionClosesTest {
    /// The consumer of the new protocol makes its network client, and with it the metric, on a thread of its own.
    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer"})
    void areCountedByTheConsumersOfBothProtocols(String protocol) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", "localhost:1", "group.id", "sink", "group.protocol", protocol);
        KafkaConsumer<?, ?> consumer =
                new KafkaConsumer<>(settings, new ByteBufferDeserializer(), new ByteBufferDeserializer());

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(countersOf(consumer)).hasSize(1));
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }

    private static List<String> countersOf(KafkaConsumer<?, ?> consumer) {
        return consumer.metrics().keySet().stream()
                .map(MetricName::name)
                .filter("connection-close-total"::equals)
                .toList();
    }
}
