package smartcity.sink.store;

import java.io.UncheckedIOException;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.DelegatingS3Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Request;

/// A client that reports every failure of a connection as an exception of the SDK. The SDK itself does not when the
/// connection ends while it waits for the permission to send the body of a large request (2.44
/// `UrlConnectionHttpClient.getAndHandle100Bug`).
final class SdkFailureClient extends DelegatingS3Client {
    SdkFailureClient(S3Client client) {
        super(client);
    }

    @Override
    protected <T extends S3Request, R> R invokeOperation(T request, Function<T, R> operation) {
        try {
            return operation.apply(request);
        } catch (UncheckedIOException e) {
            throw SdkClientException.create("Failed to send the request: " + e.getMessage(), e);
        }
    }
}
