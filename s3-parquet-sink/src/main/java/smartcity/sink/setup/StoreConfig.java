package smartcity.sink.setup;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How objects are stored in the bucket. Endpoint, region and credentials are `quarkus.s3.…`.
@ConfigMapping(prefix = "sink.s3")
public interface StoreConfig {
    /// A larger object is uploaded in parts of this size: 5M to 5G; at 5G no object is.
    @WithDefault("16M")
    MemorySize partSize();

    /// How long one request, of at most one part, may take with its quick retries.
    @WithDefault("PT1M")
    Duration requestTimeout();

    /// Whether requests have the bucket refuse a second object with the same key; `false` only for an endpoint that
    /// rejects `If-None-Match`.
    @WithDefault("true")
    boolean conditionalWrites();

    /// Whether each upload has a CRC-32C; `false` only for an endpoint that refuses it.
    @WithDefault("true")
    boolean checksums();

    /// How S3 encrypts objects; by default as the bucket is configured.
    Optional<Encrypter> encryption();

    /// Id, alias or ARN of the key for `sse-kms`; by default the account's key for S3.
    Optional<String> kmsKey();

    /// Whether S3 may derive the objects' encryption keys for `sse-kms` from one key of the bucket, which needs fewer
    /// requests to KMS.
    @WithDefault("true")
    boolean bucketKey();

    /// The storage class; by default that of the bucket.
    Optional<String> storageClass();

    /// Tags of every object, as `name=value` with commas between them.
    Optional<List<String>> tags();

    /// How objects are encrypted at rest.
    enum Encrypter {
        /// By S3 with its own keys.
        SSE_S3,
        /// By S3 with a key of the key management service.
        SSE_KMS
    }
}
