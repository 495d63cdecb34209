package smartcity.cli;

import java.net.URI;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import smartcity.audit.lake.AuditedLake;
import smartcity.audit.lake.LakeFailure;
import smartcity.audit.lake.S3Lake;
import smartcity.audit.report.AuditFailedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/// Options that name a bucket of S3 or of an endpoint that speaks its protocol.
final class BucketOptions {
    @Option(names = "--bucket", paramLabel = "NAME", description = "A bucket instead of the local city.")
    private @Nullable String bucket;

    @Option(names = "--endpoint", paramLabel = "URL", description = "Another S3 than that of AWS.")
    private @Nullable URI endpoint;

    @Option(
            names = "--region",
            paramLabel = "NAME",
            description = "Region of the bucket (default: AWS_REGION, else eu-west-2).")
    private @Nullable String region;

    @Option(names = "--path-style", description = "Name the bucket in the path, as most other S3 servers need.")
    private boolean pathStyle;

    boolean isNamed() {
        return bucket != null;
    }

    /// Calls `action` with the bucket; only when it is named.
    <T> T with(Function<AuditedLake, T> action) {
        if (bucket == null) {
            throw new IllegalStateException("Failed to open a bucket: none is named");
        }
        try (S3Client client = client()) {
            return action.apply(new S3Lake(client, bucket));
        } catch (SdkException e) {
            throw new AuditFailedException("Failed to reach s3://" + bucket + ": " + LakeFailure.reason(e), e);
        }
    }

    private S3Client client() {
        String fallback = System.getenv().getOrDefault("AWS_REGION", "eu-west-2");
        S3ClientBuilder builder = S3Client.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .region(Region.of(region == null ? fallback : region))
                .forcePathStyle(pathStyle);
        if (endpoint == null) {
            builder.crossRegionAccessEnabled(true);
        } else {
            builder.endpointOverride(endpoint);
        }
        return builder.build();
    }
}
