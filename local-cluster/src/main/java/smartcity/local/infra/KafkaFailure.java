package smartcity.local.infra;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/// Why Kafka has not done what it was asked, in words for people.
public final class KafkaFailure {
    private KafkaFailure() {}

    /// The reason of what a future of Kafka's clients throws.
    ///
    /// @param limit how long its answer was awaited
    public static String reason(Exception failure, Duration limit) {
        if (failure instanceof TimeoutException) {
            return "no answer within " + limit.toSeconds() + " s";
        }
        Throwable cause =
                failure instanceof ExecutionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause.getMessage() == null ? "the client gave no reason" : cause.getMessage();
    }
}
