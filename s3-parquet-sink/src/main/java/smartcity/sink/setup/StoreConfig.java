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
    /// A larger object goes in parts of this size: 5M to 5G; at 5G none does.
    @WithDefault("16M")
    MemorySize partSize();

    /// How long one request, of at most one part, may take with its quick repetitions.
    @WithDefault("PT1M")
    Duration requestTimeout();

    /// Whether the bucket is asked to refuse a second object of a name; `false` only for an endpoint that
    /// does not take the question.
    @WithDefault("true")
    boolean conditionalWrites();

    /// Whether a CRC-32C goes along with each request; `false` only for an endpoint that does not take it.
    @WithDefault("true")
    boolean checksums();

    /// Who encrypts objects; the bucket's default if not said.
    Optional<Encrypter> encryption();

    /// Id, alias or ARN of the key for `sse-kms`; the account's own key of S3 if not said.
    Optional<String> kmsKey();

    /// Whether S3 may derive the objects' keys for `sse-kms` from one of the bucket, which asks KMS less often.
    @WithDefault("true")
    boolean bucketKey();

    /// The storage class; the bucket's default if not said.
    Optional<String> storageClass();

    /// Tags of every object, as `name=value` with commas between them.
    Optional<List<String>> tags();

    /// Who encrypts objects at rest.
    enum Encrypter {
        /// S3 with its own keys.
        SSE_S3,
        /// S3 with a key of the key management service.
        SSE_KMS
    }
}
