package smartcity.sink.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/// Stores objects in parts, one part after the other, straight from the object's memory: several objects are
/// on their way at the same time anyway. Nothing can be seen in the bucket before the last request, which is
/// conditional.
///
/// What was begun and not completed is aborted, as S3 charges for its parts. Where not even that reaches the
/// bucket, it is tried again after the next success. For any thread.
final class PartsUpload {
    private static final int GONE = 404;

    private final S3Client client;
    private final PutRequests requests;
    private final Queue<MultipartUpload> leftovers = new ConcurrentLinkedQueue<>();

    PartsUpload(S3Client client, PutRequests requests) {
        this.client = client;
        this.requests = requests;
    }

    /// Returns when the bucket has answered that the object is there: true if the answer proves it.
    ///
    /// @throws SdkException when it is not known to be there by this call
    boolean store(NewObject object) {
        MultipartUpload upload = begin(object);
        boolean proved;
        try {
            List<CompletedPart> parts = parts(upload, object.content());
            String eTag = client.completeMultipartUpload(requests.complete(upload, parts))
                    .eTag();
            proved = AnswerCheck.provesParts(
                    eTag, parts.stream().map(CompletedPart::eTag).toList());
        } catch (SdkServiceException e) {
            leftovers.add(upload);
            abortLeftovers();
            throw e;
        } catch (RuntimeException e) {
            // Nothing answers: to abort it now would only take as long again.
            leftovers.add(upload);
            throw e;
        }
        abortLeftovers();
        return proved;
    }

    private MultipartUpload begin(NewObject object) {
        String id = client.createMultipartUpload(requests.begin(object)).uploadId();
        if (id == null || id.isEmpty()) {
            throw SdkClientException.create("The bucket began no upload in parts although it answered so");
        }
        return new MultipartUpload(object.key(), id);
    }

    private List<CompletedPart> parts(MultipartUpload upload, ObjectContent content) {
        long partBytes = requests.as().transfer().partBytes();
        List<CompletedPart> parts = new ArrayList<>();
        for (long from = 0; from < content.size(); from += partBytes) {
            long length = Math.min(partBytes, content.size() - from);
            parts.add(part(upload, parts.size() + 1, content, from, length));
        }
        return parts;
    }

    private CompletedPart part(MultipartUpload upload, int number, ObjectContent content, long from, long length) {
        String checksum =
                requests.as().transfer().checksums() ? ObjectChecksum.crc32c(content.stream(from, length)) : null;
        UploadPartResponse answer = client.uploadPart(
                requests.part(upload, number, checksum),
                RequestBody.fromContentProvider(() -> content.stream(from, length), length, PutRequests.PARQUET));
        String tag = answer.eTag();
        String answered = answer.checksumCRC32C();
        if (tag == null || tag.isEmpty() || (checksum != null && answered != null && !checksum.equals(answered))) {
            throw SdkClientException.create("The bucket did not take part " + number + " although it answered so");
        }
        return CompletedPart.builder()
                .partNumber(number)
                .eTag(tag)
                .checksumCRC32C(checksum)
                .build();
    }

    private void abortLeftovers() {
        for (MultipartUpload upload; (upload = leftovers.poll()) != null; ) {
            try {
                client.abortMultipartUpload(requests.abort(upload));
            } catch (SdkException e) {
                boolean gone = e instanceof SdkServiceException answer && answer.statusCode() == GONE;
                if (!gone && RequestFailure.passes(e)) {
                    leftovers.add(upload);
                    return;
                }
            }
        }
    }
}
