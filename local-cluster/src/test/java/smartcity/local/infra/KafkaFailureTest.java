package smartcity.local.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

class KafkaFailureTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Test
    void hasNoNamesOfExceptions() {
        String refused = KafkaFailure.reason(
                new ExecutionException(new TopicAuthorizationException("Not authorized to access topics: [gps_data]")),
                LIMIT);
        String late = KafkaFailure.reason(new TimeoutException(), LIMIT);
        String silent = KafkaFailure.reason(new ExecutionException(new IllegalStateException()), LIMIT);

        assertThat(refused).isEqualTo("Not authorized to access topics: [gps_data]");
        assertThat(late).isEqualTo("no answer within 20 s");
        assertThat(silent).isEqualTo("the client gave no reason");
    }
}
