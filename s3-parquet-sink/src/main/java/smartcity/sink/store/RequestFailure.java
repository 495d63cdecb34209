package smartcity.sink.store;

import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/// The meaning of a failed request: whether the same request may succeed later by itself.
final class RequestFailure {
    private static final int SERVER = 500;
    private static final int NOT_IMPLEMENTED = 501;
    private static final int EXISTS = 412;

    /// "Permanent redirect", and "authorization header malformed", both for a bucket of another region.
    private static final Set<Integer> OTHER_REGION = Set.of(301, 400);

    /// Timed out, a conflict with another request, throttled; and "temporary redirect", while a new bucket's
    /// name spreads.
    private static final Set<Integer> PASSING_STATUS = Set.of(307, 408, 409, 429);

    /// Failures that pass although their status blames the client. Source: docs.aws.amazon.com, "Amazon
    /// S3 error responses". A token is renewed in time, a clock adjusted, a damaged body sent again, a lost
    /// upload begun again.
    private static final Set<String> PASSING_CODE = Set.of(
            "RequestTimeout",
            "RequestTimeTooSkewed",
            "RequestExpired",
            "ExpiredToken",
            "ExpiredTokenException",
            "TokenRefreshRequired",
            "IncompleteBody",
            "BadDigest",
            "XAmzContentChecksumMismatch",
            "NoSuchUpload",
            "InvalidPart",
            "KMS.ThrottlingException");

    private RequestFailure() {}

    /// Whether the bucket refused because it has an object of that name.
    static boolean exists(SdkException e) {
        return e instanceof SdkServiceException answer
                && (answer.statusCode() == EXISTS
                        || code(answer).filter("PreconditionFailed"::equals).isPresent());
    }

    /// Whether the same request may succeed later by itself. Without an answer of the endpoint that is always
    /// so: networks come back, and credentials that cannot be had now may be later.
    static boolean passes(SdkException e) {
        if (!(e instanceof SdkServiceException answer)) {
            return true;
        }
        int status = answer.statusCode();
        // A request of several steps can fail after a status of 200 has been sent.
        boolean brokenInside = status < 300 || status >= SERVER;
        return status != NOT_IMPLEMENTED
                && (brokenInside
                        || PASSING_STATUS.contains(status)
                        || code(answer).filter(PASSING_CODE::contains).isPresent()
                        || answer.isThrottlingException()
                        || answer.isClockSkewException()
                        || answer.isRetryableException());
    }

    private static Optional<String> code(SdkServiceException e) {
        AwsErrorDetails details = e instanceof AwsServiceException answer ? answer.awsErrorDetails() : null;
        return Optional.ofNullable(details).map(AwsErrorDetails::errorCode);
    }

    /// The reason, with the endpoint's error code.
    static String text(SdkException e) {
        Optional<String> code = e instanceof SdkServiceException answer ? code(answer) : Optional.empty();
        String reason = code.map(known -> known + ": " + e.getMessage()).orElse(String.valueOf(e.getMessage()));
        return reason
                + region(e)
                        .map(region -> "; the bucket is in region " + region + ": set AWS_REGION=" + region)
                        .orElse("");
    }

    /// The bucket's region, where the endpoint answers that it is another one than that of the request.
    private static Optional<String> region(SdkException e) {
        if (!(e instanceof AwsServiceException answer) || !OTHER_REGION.contains(answer.statusCode())) {
            return Optional.empty();
        }
        return Optional.ofNullable(answer.awsErrorDetails())
                .map(AwsErrorDetails::sdkHttpResponse)
                .flatMap(response -> response.firstMatchingHeader("x-amz-bucket-region"));
    }
}
