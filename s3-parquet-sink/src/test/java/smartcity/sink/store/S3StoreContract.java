package smartcity.sink.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// What the store promises with each implementation of S3: of errors, checksums, parts and pages.
interface S3StoreContract extends ObjectStoreContract {
    /// The most keys that one answer lists: docs.aws.amazon.com, "ListObjectsV2".
    int PAGE = 1000;

    /// The bucket of the store.
    S3TestBucket bucket();

    @Test
    default void refusesWithBucketKeyAndReasonWhatNoBucketTakes() {
        NewObject object = ObjectStoreContract.object("data/a", 1, "one");

        PutOutcome nowhere;
        try (S3ObjectStore other = bucket().open("nowhere", ObjectSettings.DEFAULT)) {
            nowhere = other.putIfAbsent(object);
        }

        assertThat(nowhere)
                .isInstanceOfSatisfying(
                        PutOutcome.Refused.class,
                        outcome -> assertThat(outcome.reason())
                                .startsWith("s3://nowhere/data/a: NoSuchBucket: ")
                                .contains("404"));
    }

    /// The store sends the checksum along, so that the bucket can do this.
    @Test
    default void keepsNoBytesThatChangedOnTheWay() {
        String ofOtherBytes = ObjectChecksum.crc32c(ObjectContent.of(new byte[] {1}).stream());

        assertThatThrownBy(() -> bucket().client()
                        .putObject(
                                request -> request.bucket(bucket().name())
                                        .key("data/a")
                                        .checksumCRC32C(ofOtherBytes),
                                RequestBody.fromBytes(new byte[] {2})))
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        refusal -> assertThat(refusal.statusCode()).isEqualTo(400));
        assertThat(store().head("data/a")).isEqualTo(new HeadOutcome.Absent());
    }

    @Test
    default void storesTheBytesOfAllParts() {
        ObjectTransfer smallest = ObjectTransfer.ofParts(5 << 20, true, true);
        ObjectSettings inParts = new ObjectSettings(
                smallest,
                ObjectSettings.DEFAULT.encryption(),
                ObjectSettings.DEFAULT.storageClass(),
                ObjectSettings.DEFAULT.tags());
        byte[] bytes = new byte[2 * (5 << 20) + 3];
        new Random(1).nextBytes(bytes);

        PutOutcome outcome;
        try (S3ObjectStore parts = bucket().open(inParts)) {
            outcome = parts.putIfAbsent(new NewObject("data/a", 1, ObjectContent.of(bytes)));
        }

        assertThat(outcome).isEqualTo(new PutOutcome.Stored());
        byte[] stored = bucket().client()
                .getObjectAsBytes(request -> request.bucket(bucket().name()).key("data/a"))
                .asByteArray();
        assertThat(stored).isEqualTo(bytes);
    }

    @Test
    @Tag("long")
    default void listsTheKeysOfAllPages() throws Exception {
        List<String> keys = IntStream.range(0, 2 * PAGE + 1)
                .mapToObj("data/%04d"::formatted)
                .toList();
        List<Callable<PutOutcome>> puts = keys.stream()
                .<Callable<PutOutcome>>map(key -> () -> store().putIfAbsent(ObjectStoreContract.object(key, 1, "one")))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<PutOutcome> put : threads.invokeAll(puts)) {
                // A request that the client repeats after a lost answer finds the object of the first one.
                assertThat(put.get()).isInstanceOfAny(PutOutcome.Stored.class, PutOutcome.AlreadyThere.class);
            }
        }

        List<String> listed = new ArrayList<>();
        ListOutcome outcome = store().list("data/", listed::add);

        assertThat(outcome).isEqualTo(new ListOutcome.Listed());
        assertThat(listed).containsExactlyInAnyOrderElementsOf(keys);
    }
}
