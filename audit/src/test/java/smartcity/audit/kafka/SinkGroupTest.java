package smartcity.audit.kafka;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import smartcity.audit.report.AuditFailedException;

class SinkGroupTest {
    private static final Map<String, Object> NOBODY =
            Map.of("bootstrap.servers", "localhost:1", "request.timeout.ms", 100, "default.api.timeout.ms", 200);

    @Test
    void namesTheServersThatDoNotAnswer() {
        try (SinkGroup group = new SinkGroup(NOBODY, "lake")) {
            assertThatThrownBy(() -> group.earliest(List.of("gps_data")))
                    .isInstanceOf(AuditFailedException.class)
                    .hasMessage("Failed to list topics in Kafka: no broker of localhost:1 has answered");
        }
    }

    @Test
    void namesTheServersThatDoNotAnswerTheReader() {
        try (SinkGroup group = new SinkGroup(NOBODY, "lake")) {
            assertThatThrownBy(() -> group.records(new TopicPartition("gps_data", 2), 5))
                    .isInstanceOf(AuditFailedException.class)
                    .hasMessage("Failed to read gps_data-2 from offset 5: no broker of localhost:1 has answered");
        }
    }
}
