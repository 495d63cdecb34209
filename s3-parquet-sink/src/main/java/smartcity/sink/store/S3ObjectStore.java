package smartcity.sink.store;

import java.util.List;
import java.util.OptionalLong;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.S3Object;

/// A bucket of S3 or of an endpoint that speaks its protocol. A small object goes there in one request, a
/// large one in parts.
public final class S3ObjectStore implements ObjectStore, AutoCloseable {
    private static final int FORBIDDEN = 403;

    private final S3Client client;
    private final String bucket;
    private final PutRequests requests;
    private final PartsUpload partsUpload;

    private S3ObjectStore(S3Client client, String bucket, ObjectSettings as) {
        this.client = client;
        this.bucket = bucket;
        this.requests = new PutRequests(bucket, as);
        this.partsUpload = new PartsUpload(client, requests);
    }

    /// The bucket named `bucket`, where objects are stored by the settings `as`. Whether it exists is not checked.
    ///
    /// @param builder of the client, with endpoint, region and credentials, but no checksums of its own: the store
    ///     brings them
    public static S3ObjectStore open(
            S3ClientBuilder builder, String bucket, ObjectSettings as, RequestTimeouts timeouts) {
        return new S3ObjectStore(timeouts.client(builder), bucket, as);
    }

    /// The same bucket, where every object goes in parts, unless none may; for a probe.
    public S3ObjectStore inParts() {
        return new S3ObjectStore(client, bucket, requests.as().inParts());
    }

    /// Closes the connections.
    @Override
    public void close() {
        client.close();
    }

    @Override
    public String location() {
        return "s3://" + bucket;
    }

    @Override
    public PutOutcome putIfAbsent(NewObject object) {
        try {
            if (requests.as().transfer().whole(object.content())) {
                client.putObject(
                        requests.put(object),
                        RequestBody.fromContentProvider(
                                object.content()::stream, object.content().size(), PutRequests.PARQUET));
            } else {
                partsUpload.store(object);
            }
            return new PutOutcome.Stored();
        } catch (SdkException e) {
            return RequestFailure.exists(e) ? alreadyThere(object.key()) : failed(object.key(), e);
        }
    }

    private PutOutcome failed(String key, SdkException e) {
        return RequestFailure.passes(e)
                ? new PutOutcome.Unavailable(reason(key, e))
                : new PutOutcome.Refused(reason(key, e));
    }

    private PutOutcome alreadyThere(String key) {
        try {
            String records = client.headObject(request -> request.bucket(bucket).key(key))
                    .metadata()
                    .get(PutRequests.RECORDS);
            return new PutOutcome.AlreadyThere(
                    records != null && records.matches("\\d{1,18}")
                            ? OptionalLong.of(Long.parseLong(records))
                            : OptionalLong.empty());
        } catch (SdkException e) {
            return e instanceof SdkServiceException answer && answer.statusCode() == FORBIDDEN
                    ? new PutOutcome.Refused("it is there but its head must not be read: " + reason(key, e))
                    : new PutOutcome.Unavailable(reason(key, e));
        }
    }

    @Override
    public ListOutcome list(String prefix) {
        try {
            List<String> keys =
                    client
                            .listObjectsV2Paginator(
                                    request -> request.bucket(bucket).prefix(prefix))
                            .contents()
                            .stream()
                            .map(S3Object::key)
                            .toList();
            return new ListOutcome.Listed(keys);
        } catch (SdkException e) {
            return new ListOutcome.Unavailable(reason(prefix, e));
        }
    }

    private String reason(String key, SdkException e) {
        return location() + "/" + key + ": " + RequestFailure.text(e);
    }
}
