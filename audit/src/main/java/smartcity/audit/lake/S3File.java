package smartcity.audit.lake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import smartcity.audit.report.AuditFailedException;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// An object of S3, read by ranges. Opening it fetches its end, where Parquet has its footer; that is the whole of a
/// small object.
final class S3File implements LakeFile {
    /// Size of the end that opening fetches [bytes; chosen: the footers of the sink's files take 5 to 20 KiB].
    private static final int TAIL = 64 * 1024;

    private static final String RECORDS = "records";
    private static final int NOT_FOUND = 404;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final S3Client client;
    private final String bucket;
    private final StoredObject object;
    private volatile @Nullable ByteBuffer tail;
    private volatile OptionalLong recordedRows = OptionalLong.empty();

    S3File(S3Client client, String bucket, StoredObject object) {
        this.client = client;
        this.bucket = bucket;
        this.object = object;
    }

    @Override
    public void open() throws IOException {
        if (tail != null) {
            return;
        }
        if (object.bytes() == 0) {
            throw new IOException("it is empty");
        }
        int length = (int) Math.min(TAIL, object.bytes());
        ResponseBytes<GetObjectResponse> end = fetch(object.bytes() - length, length);
        String records = end.response().metadata().get(RECORDS);
        recordedRows = records != null && records.matches("\\d{1,18}")
                ? OptionalLong.of(Long.parseLong(records))
                : OptionalLong.empty();
        tail = ByteBuffer.wrap(end.asByteArrayUnsafe()).asReadOnlyBuffer();
    }

    @Override
    public ByteBuffer readRange(long offset, int length) throws IOException {
        ByteBuffer end = tail;
        if (end != null) {
            long tailOffset = object.bytes() - end.capacity();
            if (offset >= tailOffset && offset + length <= object.bytes()) {
                return end.slice((int) (offset - tailOffset), length);
            }
        }
        return ByteBuffer.wrap(fetch(offset, length).asByteArrayUnsafe());
    }

    private ResponseBytes<GetObjectResponse> fetch(long offset, int length) throws IOException {
        try {
            ResponseBytes<GetObjectResponse> bytes = client.getObjectAsBytes(request ->
                    request.bucket(bucket).key(object.key()).range("bytes=" + offset + "-" + (offset + length - 1)));
            if (bytes.asByteArrayUnsafe().length != length) {
                throw new IOException("its size is not the listed " + object.bytes() + " bytes");
            }
            return bytes;
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND || e.statusCode() == RANGE_NOT_SATISFIABLE) {
                throw new IOException("it is gone or has changed since it was listed: " + LakeFailure.reason(e), e);
            }
            throw failure(e);
        } catch (SdkException e) {
            throw failure(e);
        }
    }

    private AuditFailedException failure(SdkException e) {
        return new AuditFailedException("Failed to read " + name() + ": " + LakeFailure.reason(e), e);
    }

    @Override
    public long length() {
        return object.bytes();
    }

    @Override
    public String name() {
        return "s3://" + bucket + "/" + object.key();
    }

    @Override
    public OptionalLong recordedRows() {
        return recordedRows;
    }

    @Override
    public void close() {
        // The client belongs to the caller, and there is nothing else to close.
    }
}
