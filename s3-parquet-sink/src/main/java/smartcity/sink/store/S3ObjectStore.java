package smartcity.sink.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/// A bucket of S3 or of an endpoint that speaks its protocol. A small object goes there in one request, a
/// large one in parts.
public final class S3ObjectStore implements ObjectStore, AutoCloseable {
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    /// What is read of an object of text at most: more than the field IDs of 100,000 columns [bytes, chosen].
    private static final int LONGEST_TEXT = 16 << 20;

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
    /// @param builder of the client, with endpoint, region and credentials, but no checksums of its own: the
    ///     store brings them
    public static S3ObjectStore open(
            S3ClientBuilder builder, String bucket, ObjectSettings as, RequestTimeouts timeouts) {
        return new S3ObjectStore(new SdkFailureClient(timeouts.client(builder)), bucket, as);
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
            boolean proved =
                    requests.as().transfer().whole(object.content()) ? putWhole(object) : partsUpload.store(object);
            return proved ? new PutOutcome.Stored() : verified(object);
        } catch (SdkException e) {
            return RequestFailure.exists(e) ? alreadyThere(object.key()) : failed(object.key(), e);
        }
    }

    /// Whether the answer proves that the object is there.
    private boolean putWhole(NewObject object) {
        ObjectContent content = object.content();
        PutObjectRequest request = requests.put(object);
        PutObjectResponse answer = client.putObject(
                request, RequestBody.fromContentProvider(content::stream, content.size(), PutRequests.PARQUET));
        return AnswerCheck.proves(request.checksumCRC32C(), answer.checksumCRC32C(), answer.eTag(), content::stream);
    }

    /// The bucket answered that the object is stored, and the answer does not prove it.
    private PutOutcome verified(NewObject object) {
        String key = object.key();
        HeadObjectResponse head;
        try {
            head = client.headObject(request -> request.bucket(bucket).key(key));
        } catch (SdkException e) {
            return new PutOutcome.Unavailable(
                    isAbsent(e)
                            ? location() + "/" + key + ": was answered as stored but is not there"
                            : reason(key, e));
        }
        Long size = head.contentLength();
        boolean same =
                size != null && size == object.content().size() && facts(head).equals(object.facts());
        return same
                ? new PutOutcome.Stored()
                : new PutOutcome.Unavailable(location() + "/" + key + ": must have "
                        + object.content().size() + " bytes and " + object.facts() + " but has " + size + " bytes and "
                        + facts(head));
    }

    private PutOutcome failed(String key, SdkException e) {
        return RequestFailure.passes(e)
                ? new PutOutcome.Unavailable(reason(key, e))
                : new PutOutcome.Refused(reason(key, e));
    }

    /// The object may be gone again: then the put is repeated.
    private PutOutcome alreadyThere(String key) {
        try {
            return new PutOutcome.AlreadyThere(facts(key));
        } catch (SdkException e) {
            return e instanceof SdkServiceException answer && answer.statusCode() == FORBIDDEN
                    ? new PutOutcome.Refused("it is there but its head must not be read: " + reason(key, e))
                    : new PutOutcome.Unavailable(reason(key, e));
        }
    }

    private StoredMetadata facts(String key) {
        return facts(client.headObject(request -> request.bucket(bucket).key(key)));
    }

    private static StoredMetadata facts(HeadObjectResponse head) {
        Map<String, String> labels = new HashMap<>();
        head.metadata().forEach((name, value) -> labels.put(name.toLowerCase(Locale.ROOT), value));
        String records = labels.remove(PutRequests.RECORDS);
        return new StoredMetadata(
                records != null && records.matches("\\d{1,18}")
                        ? OptionalLong.of(Long.parseLong(records))
                        : OptionalLong.empty(),
                labels);
    }

    @Override
    public HeadOutcome head(String key) {
        try {
            return new HeadOutcome.Found(facts(key));
        } catch (SdkException e) {
            return isAbsent(e) ? new HeadOutcome.Absent() : new HeadOutcome.Unavailable(reason(key, e));
        }
    }

    @Override
    public ReadOutcome read(String key) {
        try {
            GetObjectRequest request =
                    GetObjectRequest.builder().bucket(bucket).key(key).build();
            return new ReadOutcome.Read(client.getObject(request, (_, body) -> text(body)));
        } catch (SdkException e) {
            return isAbsent(e) ? new ReadOutcome.Absent() : new ReadOutcome.Unavailable(reason(key, e));
        }
    }

    /// Whatever the bytes are: anybody may have put an object under the key.
    private static String text(AbortableInputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LONGEST_TEXT);
        if (bytes.length == LONGEST_TEXT) {
            body.abort();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static boolean isAbsent(SdkException e) {
        return e instanceof SdkServiceException answer && answer.statusCode() == NOT_FOUND;
    }

    @Override
    public ListOutcome list(String prefix, Consumer<String> each) {
        try {
            for (ListObjectsV2Response page : client.listObjectsV2Paginator(
                    request -> request.bucket(bucket).prefix(prefix))) {
                if (page.isTruncated() == null) {
                    return new ListOutcome.Unavailable(
                            location() + "/" + prefix + ": was answered as listed but the answer is no listing");
                }
                page.contents().forEach(object -> each.accept(object.key()));
            }
            return new ListOutcome.Listed();
        } catch (SdkException e) {
            return new ListOutcome.Unavailable(reason(prefix, e));
        }
    }

    private String reason(String key, SdkException e) {
        return location() + "/" + key + ": " + RequestFailure.text(e);
    }
}
