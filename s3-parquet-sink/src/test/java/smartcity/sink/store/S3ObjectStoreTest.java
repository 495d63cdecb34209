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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import smartcity.sink.LocalBucket;

class S3ObjectStoreTest {
    private final LocalBucket bucket = LocalBucket.create();
    private final S3TestBucket tested = S3TestBucket.of(bucket.endpoint(), bucket.name());
    private final S3ObjectStore store = tested.open(ObjectSettings.DEFAULT);

    @AfterEach
    void close() {
        store.close();
        tested.close();
    }

    private static S3ObjectStore open(URI endpoint, String secret, String bucket) {
        return S3ObjectStore.open(
                S3TestClients.client(endpoint, LocalBucket.ACCESS_KEY, secret),
                bucket,
                ObjectSettings.DEFAULT,
                RequestTimeouts.within(Duration.ofSeconds(20)));
    }

    @Nested
    class Whole implements AtomicPutContract, S3StoreContract {
        @Override
        public ObjectStore store() {
            return store;
        }

        @Override
        public S3TestBucket bucket() {
            return tested;
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
    void refusesWithBucketKeyAndReasonWhatItsCredentialsDoNotPermit() {
        NewObject object = new NewObject("data/a", 1, ObjectContent.of(new byte[1]));

        PutOutcome forbidden = open(bucket.endpoint(), "wrong", bucket.name()).putIfAbsent(object);

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
