package smartcity.sink.store;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/// A bucket of S3 or of an endpoint that speaks its protocol.
public final class S3ObjectStore implements ObjectStore {
    private static final String RECORDS = "records";
    private static final String PARQUET = "application/vnd.apache.parquet";
    private static final int THROTTLED = 429;
    private static final int TIMED_OUT = 408;
    private static final int CONFLICT = 409;
    private static final int EXISTS = 412;

    private final S3Client client;
    private final String bucket;

    public S3ObjectStore(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public String location() {
        return "s3://" + bucket;
    }

    @Override
    public PutOutcome putIfAbsent(NewObject object) {
        try {
            client.putObject(
                    request -> request.bucket(bucket)
                            .key(object.key())
                            .ifNoneMatch("*")
                            .contentType(PARQUET)
                            .metadata(Map.of(RECORDS, Long.toString(object.records()))),
                    RequestBody.fromContentProvider(
                            object.content()::stream, object.content().size(), PARQUET));
            return new PutOutcome.Stored();
        } catch (SdkServiceException e) {
            return e.statusCode() == EXISTS ? alreadyThere(object.key()) : failed(object.key(), e);
        } catch (SdkException e) {
            return new PutOutcome.Unavailable(reason(object.key(), e));
        }
    }

    private PutOutcome alreadyThere(String key) {
        try {
            String records = client.headObject(request -> request.bucket(bucket).key(key))
                    .metadata()
                    .getOrDefault(RECORDS, "");
            return new PutOutcome.AlreadyThere(records.matches("\\d{1,18}") ? Long.parseLong(records) : -1);
        } catch (SdkException e) {
            return new PutOutcome.Unavailable(reason(key, e));
        }
    }

    private PutOutcome failed(String key, SdkServiceException e) {
        int status = e.statusCode();
        boolean passing = status >= 500
                || status == CONFLICT
                || status == THROTTLED
                || status == TIMED_OUT
                || e.isThrottlingException()
                || e.isClockSkewException()
                || e.isRetryableException();
        return passing ? new PutOutcome.Unavailable(reason(key, e)) : new PutOutcome.Refused(reason(key, e));
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
        return location() + "/" + key + ": " + e.getMessage();
    }
}
