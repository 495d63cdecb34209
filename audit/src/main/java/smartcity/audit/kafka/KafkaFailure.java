package smartcity.audit.kafka;

import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/// What a person is told of a failure of Kafka's clients.
final class KafkaFailure {
    private KafkaFailure() {}

    /// The reason in words.
    ///
    /// @param servers that were asked, as the settings name them
    static String reason(@Nullable Throwable failure, String servers) {
        return switch (failure) {
            case TimeoutException _ -> "no broker of " + servers + " has answered";
            case null -> "the client gives no reason";
            default -> failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        };
    }
}
