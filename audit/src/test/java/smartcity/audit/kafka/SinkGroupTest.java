package smartcity.audit.kafka;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import smartcity.audit.report.AuditFailedException;

class SinkGroupTest {
    @Test
    void namesTheServersThatDoNotAnswer() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", "localhost:1", "request.timeout.ms", 100, "default.api.timeout.ms", 200);

        try (SinkGroup group = new SinkGroup(settings, "lake")) {
            assertThatThrownBy(() -> group.earliest(List.of("gps_data")))
                    .isInstanceOf(AuditFailedException.class)
                    .hasMessage("Failed to list topics in Kafka: no broker of localhost:1 has answered");
        }
    }
}
