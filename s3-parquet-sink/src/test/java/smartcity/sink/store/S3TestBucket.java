package smartcity.sink.store;

import java.net.URI;
import java.time.Duration;
import smartcity.sink.LocalBucket;
import software.amazon.awssdk.services.s3.S3Client;

/// A bucket of an implementation of S3 under test, with clients that are no store's.
///
/// @param client for requests that no store sends
record S3TestBucket(URI endpoint, String name, S3Client client) implements AutoCloseable {
    /// A bucket that exists.
    static S3TestBucket of(URI endpoint, String name) {
        return new S3TestBucket(
                endpoint,
                name,
                S3TestClients.client(endpoint, LocalBucket.ACCESS_KEY, LocalBucket.SECRET_KEY)
                        .build());
    }

    /// A store of this bucket.
    S3ObjectStore open(ObjectSettings as) {
        return open(name, as);
    }

    /// A store of another bucket of the endpoint. Several attempts, as S3Proxy at times refuses by closing the
    /// connection under the request.
    S3ObjectStore open(String bucket, ObjectSettings as) {
        return S3ObjectStore.open(
                S3TestClients.client(endpoint, LocalBucket.ACCESS_KEY, LocalBucket.SECRET_KEY),
                bucket,
                as,
                RequestTimeouts.within(Duration.ofSeconds(20)));
    }

    @Override
    public void close() {
        client.close();
    }
}
