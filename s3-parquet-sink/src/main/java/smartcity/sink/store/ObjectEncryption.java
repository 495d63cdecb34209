package smartcity.sink.store;

import java.util.Optional;

/// Who encrypts objects at rest.
public sealed interface ObjectEncryption {
    /// Whatever the bucket does by default.
    record ByBucket() implements ObjectEncryption {}

    /// S3, with keys of its own: SSE-S3.
    record ByS3() implements ObjectEncryption {}

    /// S3, with a key of the key management service: SSE-KMS.
    ///
    /// @param key id, alias or ARN; empty for the account's key of S3
    /// @param bucketKey whether S3 may derive the objects' keys from one of the bucket, which calls KMS far
    ///     less often
    record ByKms(Optional<String> key, boolean bucketKey) implements ObjectEncryption {}
}
