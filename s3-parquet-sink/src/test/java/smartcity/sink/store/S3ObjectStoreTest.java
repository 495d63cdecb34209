package smartcity.sink.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.sink.LocalBucket;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class S3ObjectStoreTest implements ObjectStoreContract {
    @TempDir
    private Path folder;

    private LocalBucket bucket;
    private S3Client client;

    @BeforeEach
    void start() {
        bucket = LocalBucket.start(folder, "lake", 0);
        client = client(bucket.endpoint(), LocalBucket.SECRET_KEY);
    }

    @AfterEach
    void stop() {
        client.close();
        bucket.close();
    }

    private static S3Client client(URI endpoint, String secret) {
        return S3Client.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .endpointOverride(endpoint)
                .region(Region.EU_WEST_2)
                .forcePathStyle(true)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(LocalBucket.ACCESS_KEY, secret)))
                .build();
    }

    @Override
    public ObjectStore store() {
        return new S3ObjectStore(client, "lake");
    }

    @Test
    void storesTheBytesOfAllChunks() throws IOException {
        Content content =
                Content.of(List.of(ByteBuffer.wrap(new byte[] {9, 1, 2, 9}, 1, 2), ByteBuffer.wrap(new byte[] {3})));

        store().putIfAbsent(new NewObject("data/a", 1, content));

        assertThat(Files.readAllBytes(bucket.data().resolve("a"))).containsExactly(1, 2, 3);
    }

    @Test
    void refusesWithBucketKeyAndReasonWhatCannotHeal() {
        NewObject object = new NewObject("data/a", 1, Content.of(new byte[1]));

        PutOutcome nowhere = new S3ObjectStore(client, "nowhere").putIfAbsent(object);
        PutOutcome forbidden;
        try (S3Client stranger = client(bucket.endpoint(), "wrong")) {
            forbidden = new S3ObjectStore(stranger, "lake").putIfAbsent(object);
        }

        assertThat(nowhere)
                .isInstanceOfSatisfying(
                        PutOutcome.Refused.class,
                        outcome -> assertThat(outcome.reason())
                                .startsWith("s3://nowhere/data/a: ")
                                .contains("404"));
        assertThat(forbidden)
                .isInstanceOfSatisfying(
                        PutOutcome.Refused.class,
                        outcome -> assertThat(outcome.reason())
                                .startsWith("s3://lake/data/a: ")
                                .contains("403"));
    }

    @Test
    void saysThatItMayBeTriedAgainWhenNothingAnswers() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        NewObject object = new NewObject("data/a", 1, Content.of(new byte[1]));

        try (S3Client lonely = client(URI.create("http://127.0.0.1:" + closed), "any")) {
            PutOutcome put = new S3ObjectStore(lonely, "lake").putIfAbsent(object);
            ListOutcome listed = new S3ObjectStore(lonely, "lake").list("data/");

            assertThat(put).isInstanceOf(PutOutcome.Unavailable.class);
            assertThat(listed).isInstanceOf(ListOutcome.Unavailable.class);
        }
    }
}
