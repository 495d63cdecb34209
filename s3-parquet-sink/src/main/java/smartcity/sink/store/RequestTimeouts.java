package smartcity.sink.store;

import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/// How long one request may take, and how often it is quickly repeated meanwhile. The caller repeats it slowly,
/// without end.
///
/// @param timeout of a request with its repetitions; it ends a request that hangs, too
/// @param attempts at most, at least 1
public record RequestTimeouts(Duration timeout, int attempts) {
    /// A part that fails in passing must not cost an object its other parts, even where every second request
    /// fails [chosen, not measured].
    private static final int ATTEMPTS = 5;

    public RequestTimeouts {
        if (!timeout.isPositive() || attempts < 1) {
            throw new IllegalArgumentException(
                    "timeout and attempts must be positive but was " + timeout + " with " + attempts);
        }
    }

    /// A few attempts within `timeout`.
    public static RequestTimeouts within(Duration timeout) {
        return new RequestTimeouts(timeout, ATTEMPTS);
    }

    S3Client client(S3ClientBuilder builder) {
        return builder.overrideConfiguration(builder.overrideConfiguration().toBuilder()
                        .apiCallTimeout(timeout)
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(attempts)
                                // It would let uploads in parts starve where many requests fail for long.
                                .circuitBreakerEnabled(false)
                                .build())
                        .build())
                .build();
    }
}
