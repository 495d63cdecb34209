package smartcity.audit.kafka;

import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Why a request of Kafka's clients failed, in words.
final class KafkaFailureReason {
    private static final String NONE = "the client gives no reason";

    private KafkaFailureReason() {}

    /// The reason of a failure.
    ///
    /// @param servers that were asked, as the settings name them
    static String text(@Nullable Throwable failure, String servers) {
        return switch (failure) {
            case TimeoutException _ -> "no broker of " + servers + " has answered";
            case null -> NONE;
            default -> failure.getMessage() == null ? NONE : failure.getMessage();
        };
    }
}
