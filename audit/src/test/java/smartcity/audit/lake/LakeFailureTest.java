package smartcity.audit.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import smartcity.audit.report.AuditFailedException;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

class LakeFailureTest {
    private static String failure(URI endpoint) {
        try (S3Client client = S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_WEST_2)
                .forcePathStyle(true)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
            S3Lake lake = new S3Lake(client, "lake");
            return String.valueOf(catchThrowableOfType(AuditFailedException.class, () -> lake.list("data/", _ -> {}))
                    .getMessage());
        }
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertThat(failure(URI.create("http://127.0.0.1:" + port)))
                .isEqualTo("Failed to list s3://lake/data/: nothing listens there");
    }

    @Test
    void saysWhatS3Refuses() {
        S3Exception refusal = (S3Exception) S3Exception.builder()
                .message("Access Denied (Service: S3, Status Code: 403, Request ID: 1) (SDK Attempt Count: 1)")
                .statusCode(403)
                .awsErrorDetails(
                        AwsErrorDetails.builder().errorMessage("Access Denied").build())
                .build();
        S3Exception bare = (S3Exception) S3Exception.builder()
                .message("Moved (Service: S3, Status Code: 301, Request ID: null) (SDK Attempt Count: 1)")
                .statusCode(301)
                .build();

        assertThat(LakeFailure.reason(refusal)).isEqualTo("Access Denied (status 403)");
        assertThat(LakeFailure.reason(bare)).isEqualTo("Moved (status 301)");
    }

    @Test
    void saysWhereCredentialsAreLookedFor() {
        SdkClientException failure = SdkClientException.create(
                "Unable to load credentials from any of the providers in the chain AwsCredentialsProviderChain("
                        + "credentialsProviders=[SystemPropertyCredentialsProvider()]) : [] (SDK Attempt Count: 1)");

        assertThat(LakeFailure.reason(failure))
                .isEqualTo("there are no credentials in the environment, a profile, a web identity or the instance");
    }

    @Test
    void hasNoNamesOfExceptionsForFiles() {
        assertThat(LakeFailure.reason(new NoSuchFileException("/lake/a.parquet")))
                .isEqualTo("/lake/a.parquet is gone");
        assertThat(LakeFailure.reason(new AccessDeniedException("/lake")))
                .isEqualTo("/lake must not be accessed by this user");
        assertThat(LakeFailure.reason(new EOFException())).isEqualTo("it ends too early");
        assertThat(LakeFailure.reason(new IOException("No space left on device")))
                .isEqualTo("No space left on device");
        assertThat(LakeFailure.reason(new IOException())).isEqualTo("it could not be read");
    }
}
