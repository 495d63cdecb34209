package smartcity.sink.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import smartcity.sink.LocalBucket;

class S3ObjectStoreTest {
    private final LocalBucket bucket = LocalBucket.create();
    private final S3ObjectStore store = open(bucket.endpoint(), LocalBucket.SECRET_KEY, bucket.name());

    @AfterEach
    void close() {
        store.close();
    }

    /// Several attempts, as S3Proxy at times refuses by closing the connection under the request.
    private static S3ObjectStore open(URI endpoint, String secret, String bucket) {
        return S3ObjectStore.open(
                S3TestClients.client(endpoint, LocalBucket.ACCESS_KEY, secret),
                bucket,
                ObjectSettings.DEFAULT,
                RequestTimeouts.within(Duration.ofSeconds(20)));
    }

    @Nested
    class Whole implements AtomicPutContract {
        @Override
        public ObjectStore store() {
            return store;
        }
    }

    @Nested
    class InParts implements AtomicPutContract {
        @Override
        public ObjectStore store() {
            return store.inParts();
        }
    }

    @Test
    void storesTheBytesOfAllChunks() throws IOException {
        ObjectContent content = ObjectContent.of(
                List.of(ByteBuffer.wrap(new byte[] {9, 1, 2, 9}, 1, 2), ByteBuffer.wrap(new byte[] {3})));

        store.putIfAbsent(new NewObject("data/a", 1, content));

        assertThat(Files.readAllBytes(bucket.folder().resolve("data/a"))).containsExactly(1, 2, 3);
    }

    @Test
    void storesTheBytesOfAllParts() throws IOException {
        byte[] bytes = new byte[(16 << 20) * 2 + 3];
        new Random(1).nextBytes(bytes);

        PutOutcome outcome = store.putIfAbsent(new NewObject("data/a", 1, ObjectContent.of(bytes)));

        assertThat(outcome).isEqualTo(new PutOutcome.Stored());
        assertThat(Files.readAllBytes(bucket.folder().resolve("data/a"))).isEqualTo(bytes);
    }

    @Test
    void refusesWithBucketKeyAndReasonWhatCannotHeal() {
        NewObject object = new NewObject("data/a", 1, ObjectContent.of(new byte[1]));

        PutOutcome nowhere =
                open(bucket.endpoint(), LocalBucket.SECRET_KEY, "nowhere").putIfAbsent(object);
        PutOutcome forbidden = open(bucket.endpoint(), "wrong", bucket.name()).putIfAbsent(object);

        assertThat(nowhere)
                .isInstanceOfSatisfying(
                        PutOutcome.Refused.class,
                        outcome -> assertThat(outcome.reason())
                                .startsWith("s3://nowhere/data/a: NoSuchBucket: ")
                                .contains("404"));
        assertThat(forbidden)
                .isInstanceOfSatisfying(
                        PutOutcome.Refused.class,
                        outcome -> assertThat(outcome.reason())
                                .startsWith("s3://" + bucket.name() + "/data/a: SignatureDoesNotMatch: ")
                                .contains("403"));
    }

    @Test
    void reportsThatItMayBeTriedAgainWhenNothingAnswers() throws IOException {
        NewObject object = new NewObject("data/a", 1, ObjectContent.of(new byte[1]));
        // A port that is taken, so that no other process gets it, and at which nothing listens.
        try (Socket silent = new Socket()) {
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            S3ObjectStore lonely = open(URI.create("http://127.0.0.1:" + silent.getLocalPort()), "any", "lake");

            PutOutcome put = lonely.putIfAbsent(object);
            ListOutcome listed = lonely.list("data/", _ -> {});

            assertThat(put).isInstanceOf(PutOutcome.Unavailable.class);
            assertThat(listed).isInstanceOf(ListOutcome.Unavailable.class);
        }
    }
}
