package smartcity.sink.setup;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import smartcity.sink.store.ObjectEncryption;
import smartcity.sink.store.ObjectSettings;
import smartcity.sink.store.ObjectTransfer;
import smartcity.sink.store.RequestTimeouts;
import smartcity.sink.store.S3ObjectStore;
import smartcity.sink.store.WriteProbe;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/// Makes the client of the bucket from its configuration.
@Dependent
class StoreSetup {
    /// @param client is not used: Quarkus provides a builder only where a client is injected
    @Produces
    @Singleton
    S3ObjectStore store(S3ClientBuilder builder, Instance<S3Client> client, SinkConfig sink, StoreConfig config) {
        return S3ObjectStore.open(
                builder, sink.bucket(), settings(config), RequestTimeouts.within(config.requestTimeout()));
    }

    void close(@Disposes S3ObjectStore store) {
        store.close();
    }

    @Produces
    @Singleton
    WriteProbe probe(S3ObjectStore store, SinkConfig sink) {
        return new WriteProbe(store, store.inParts(), KeyPrefix.of(sink).path());
    }

    static ObjectSettings settings(StoreConfig config) {
        return new ObjectSettings(
                ObjectTransfer.ofParts(config.partSize().asLongValue(), config.conditionalWrites(), config.checksums()),
                encryption(config),
                config.storageClass(),
                tags(config.tags().orElse(List.of())));
    }

    private static Map<String, String> tags(List<String> pairs) {
        Map<String, String> tags = new HashMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("sink.s3.tags must be name=value but was " + pair);
            }
            tags.put(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip());
        }
        return tags;
    }

    private static ObjectEncryption encryption(StoreConfig config) {
        ObjectEncryption encryption = config.encryption()
                .map(encrypter -> encryption(encrypter, config))
                .orElseGet(ObjectEncryption.ByBucket::new);
        if (config.kmsKey().isPresent() && !(encryption instanceof ObjectEncryption.ByKms)) {
            throw new IllegalArgumentException("sink.s3.kms-key must come with sink.s3.encryption=sse-kms but was "
                    + config.kmsKey().get());
        }
        return encryption;
    }

    private static ObjectEncryption encryption(StoreConfig.Encrypter encrypter, StoreConfig config) {
        return switch (encrypter) {
            case SSE_S3 -> new ObjectEncryption.ByS3();
            case SSE_KMS -> new ObjectEncryption.ByKms(config.kmsKey(), config.bucketKey());
        };
    }
}
