package smartcity.sink.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Tagging;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

/// The requests that store objects in one bucket, each with all settings of `as`.
///
/// An object's number of rows goes along as metadata named [#RECORDS], beside its labels.
record PutRequests(String bucket, ObjectSettings as) {
    static final String RECORDS = "records";
    static final String PARQUET = "application/vnd.apache.parquet";

    PutObjectRequest put(NewObject object) {
        PutObjectRequest.Builder request = PutObjectRequest.builder()
                .bucket(bucket)
                .key(object.key())
                .ifNoneMatch(condition())
                .contentType(PARQUET)
                .metadata(metadata(object))
                .storageClass(as.storageClass().orElse(null))
                .serverSideEncryption(encryption())
                .ssekmsKeyId(kms().flatMap(ObjectEncryption.ByKms::key).orElse(null))
                .bucketKeyEnabled(kms().map(ObjectEncryption.ByKms::bucketKey).orElse(null));
        if (!as.tags().isEmpty()) {
            request.tagging(tagging());
        }
        if (as.transfer().checksums()) {
            request.checksumCRC32C(ObjectChecksum.crc32c(object.content().stream()));
        }
        return request.build();
    }

    CreateMultipartUploadRequest begin(NewObject object) {
        CreateMultipartUploadRequest.Builder request = CreateMultipartUploadRequest.builder()
                .bucket(bucket)
                .key(object.key())
                .contentType(PARQUET)
                .metadata(metadata(object))
                .storageClass(as.storageClass().orElse(null))
                .serverSideEncryption(encryption())
                .ssekmsKeyId(kms().flatMap(ObjectEncryption.ByKms::key).orElse(null))
                .bucketKeyEnabled(kms().map(ObjectEncryption.ByKms::bucketKey).orElse(null));
        if (!as.tags().isEmpty()) {
            request.tagging(tagging());
        }
        if (as.transfer().checksums()) {
            request.checksumAlgorithm(ChecksumAlgorithm.CRC32_C);
        }
        return request.build();
    }

    /// @param checksum of the part; null for none
    UploadPartRequest part(MultipartUpload upload, int number, @Nullable String checksum) {
        return UploadPartRequest.builder()
                .bucket(bucket)
                .key(upload.key())
                .uploadId(upload.id())
                .partNumber(number)
                .checksumCRC32C(checksum)
                .build();
    }

    CompleteMultipartUploadRequest complete(MultipartUpload upload, Collection<CompletedPart> parts) {
        return CompleteMultipartUploadRequest.builder()
                .bucket(bucket)
                .key(upload.key())
                .uploadId(upload.id())
                .ifNoneMatch(condition())
                .multipartUpload(all -> all.parts(parts))
                .build();
    }

    AbortMultipartUploadRequest abort(MultipartUpload upload) {
        return AbortMultipartUploadRequest.builder()
                .bucket(bucket)
                .key(upload.key())
                .uploadId(upload.id())
                .build();
    }

    private @Nullable String condition() {
        return as.transfer().conditional() ? "*" : null;
    }

    private @Nullable ServerSideEncryption encryption() {
        return switch (as.encryption()) {
            case ObjectEncryption.ByBucket _ -> null;
            case ObjectEncryption.ByS3 _ -> ServerSideEncryption.AES256;
            case ObjectEncryption.ByKms _ -> ServerSideEncryption.AWS_KMS;
        };
    }

    private Optional<ObjectEncryption.ByKms> kms() {
        return as.encryption() instanceof ObjectEncryption.ByKms kms ? Optional.of(kms) : Optional.empty();
    }

    private static Map<String, String> metadata(NewObject object) {
        Map<String, String> metadata = new TreeMap<>(object.labels());
        metadata.put(RECORDS, Long.toString(object.records()));
        return metadata;
    }

    private Tagging tagging() {
        List<Tag> tags = as.tags().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
        return Tagging.builder().tagSet(tags).build();
    }
}
