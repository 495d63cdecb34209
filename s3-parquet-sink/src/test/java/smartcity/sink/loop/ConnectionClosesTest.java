package smartcity.sink.loop;

import static org.assertj.core.api.Assertions.assertThat;

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
    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer"})
    void areCountedByTheConsumersOfBothProtocols(String protocol) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", "localhost:1", "group.id", "sink", "group.protocol", protocol);
        KafkaConsumer<?, ?> consumer =
                new KafkaConsumer<>(settings, new ByteBufferDeserializer(), new ByteBufferDeserializer());

        List<String> names = consumer.metrics().keySet().stream()
                .map(MetricName::name)
                .filter("connection-close-total"::equals)
                .toList();

        assertThat(names).hasSize(1);
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
}
