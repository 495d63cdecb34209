package smartcity.audit.lake;

import java.util.function.Consumer;
import smartcity.audit.report.AuditFailedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/// A bucket of S3 or of an endpoint that speaks its protocol; needs `s3:ListBucket` and `s3:GetObject`.
///
/// @param client stays open; its owner closes it
public record S3Lake(S3Client client, String bucket) implements AuditedLake {
    @Override
    public String location() {
        return "s3://" + bucket;
    }

    @Override
    public void list(String prefix, Consumer<StoredObject> each) {
        try {
            client.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix))
                    .contents()
                    .forEach(object -> each.accept(new StoredObject(object.key(), object.size())));
        } catch (SdkException e) {
            throw new AuditFailedException(
                    "Failed to list " + location() + "/" + prefix + ": " + LakeFailure.reason(e), e);
        }
    }

    @Override
    public LakeFile file(StoredObject object) {
        return new S3File(client, bucket, object);
    }
}
