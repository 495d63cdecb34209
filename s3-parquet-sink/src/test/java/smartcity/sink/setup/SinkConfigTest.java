package smartcity.sink.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import smartcity.sink.operations.OperationsConfig;

class SinkConfigTest {
    private static SmallRyeConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .withMapping(SinkConfig.class)
                .withMapping(GroupConfig.class)
                .withMapping(OperationsConfig.class)
                .build();
    }

    @Test
    void hasADefaultForEverySetting() {
        SinkConfig sink = config(Map.of()).getConfigMapping(SinkConfig.class);
        GroupConfig group = config(Map.of()).getConfigMapping(GroupConfig.class);
        OperationsConfig operations = config(Map.of()).getConfigMapping(OperationsConfig.class);

        assertThat(sink.bucket()).isEqualTo("smart-city");
        assertThat(sink.prefix()).isEmpty();
        assertThat(group.group()).isEqualTo("s3-parquet-sink");
        assertThat(group.threads()).isEmpty();
        assertThat(sink.rollover().maxAge()).isEqualTo(Duration.ofMinutes(10));
        assertThat(sink.rollover().maxRecords()).isEqualTo(10_000_000);
        assertThat(sink.rollover().maxBytes().asLongValue()).isEqualTo(134_217_728);
        assertThat(sink.rollover().maxWindows()).isEqualTo(64);
        assertThat(group.groupProtocol()).isEqualTo(GroupConfig.Protocol.AUTO);
        assertThat(group.groupInstanceId()).isEmpty();
        assertThat(operations.stalledAfter()).isEqualTo(Duration.ofMinutes(5));
        assertThat(operations.logJson()).isFalse();
        assertThat(sink.memory().maxBytes()).isEmpty();
        assertThat(sink.upload().threads()).isEqualTo(4);
        assertThat(sink.upload().retryAfter()).isEqualTo(Duration.ofMillis(200));
        assertThat(sink.upload().retryAtMost()).isEqualTo(Duration.ofSeconds(10));
        assertThat(sink.revokeTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(sink.shutdownTimeout()).isEqualTo(Duration.ofSeconds(25));
        assertThat(sink.flushTimeout()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void readsEverySetting() {
        SmallRyeConfig config = config(Map.ofEntries(
                Map.entry("sink.bucket", "b"),
                Map.entry("sink.prefix", "p/"),
                Map.entry("sink.group", "g"),
                Map.entry("sink.threads", "3"),
                Map.entry("sink.stalled-after", "PT12S"),
                Map.entry("sink.log-json", "true"),
                Map.entry("sink.group-protocol", "classic"),
                Map.entry("sink.group-instance-id", "pod-7"),
                Map.entry("sink.rollover.max-age", "PT10S"),
                Map.entry("sink.rollover.max-records", "2"),
                Map.entry("sink.rollover.max-bytes", "3K"),
                Map.entry("sink.rollover.max-windows", "12"),
                Map.entry("sink.memory.max-bytes", "4K"),
                Map.entry("sink.upload.threads", "5"),
                Map.entry("sink.upload.retry-after", "PT6S"),
                Map.entry("sink.upload.retry-at-most", "PT7S"),
                Map.entry("sink.revoke-timeout", "PT8S"),
                Map.entry("sink.shutdown-timeout", "PT9S"),
                Map.entry("sink.flush-timeout", "PT11S")));

        SinkConfig sink = config.getConfigMapping(SinkConfig.class);
        GroupConfig group = config.getConfigMapping(GroupConfig.class);
        OperationsConfig operations = config.getConfigMapping(OperationsConfig.class);

        assertThat(sink.bucket()).isEqualTo("b");
        assertThat(sink.prefix()).contains("p/");
        assertThat(group.group()).isEqualTo("g");
        assertThat(group.threads()).hasValue(3);
        assertThat(group.groupProtocol()).isEqualTo(GroupConfig.Protocol.CLASSIC);
        assertThat(group.groupInstanceId()).contains("pod-7");
        assertThat(operations.stalledAfter()).isEqualTo(Duration.ofSeconds(12));
        assertThat(operations.logJson()).isTrue();
        assertThat(sink.rollover().maxAge()).isEqualTo(Duration.ofSeconds(10));
        assertThat(sink.rollover().maxRecords()).isEqualTo(2);
        assertThat(sink.rollover().maxBytes().asLongValue()).isEqualTo(3072);
        assertThat(sink.rollover().maxWindows()).isEqualTo(12);
        assertThat(sink.memory().maxBytes().orElseThrow().asLongValue()).isEqualTo(4096);
        assertThat(sink.upload().threads()).isEqualTo(5);
        assertThat(sink.upload().retryAfter()).isEqualTo(Duration.ofSeconds(6));
        assertThat(sink.upload().retryAtMost()).isEqualTo(Duration.ofSeconds(7));
        assertThat(sink.revokeTimeout()).isEqualTo(Duration.ofSeconds(8));
        assertThat(sink.shutdownTimeout()).isEqualTo(Duration.ofSeconds(9));
        assertThat(sink.flushTimeout()).isEqualTo(Duration.ofSeconds(11));
    }

    @Test
    void rejectsAMisspeltKey() {
        Map<String, String> misspelt = Map.of("sink.rollover.max-aeg", "PT1S");

        assertThatThrownBy(() -> config(misspelt)).hasMessageContaining("sink.rollover.max-aeg");
    }
}
