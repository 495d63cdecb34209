package smartcity.sink.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import smartcity.sink.store.StubS3Server.Seen;
import smartcity.sink.store.StubS3Server.Step;

/// The requests of the store, as they arrive at the endpoint.
class S3RequestsTest {
    /// CRC-32C of `123456789`, the check value of the algorithm: 0xE3069283.
    private static final String CHECK = "4waSgw==";

    private static final byte[] DIGITS = "123456789".getBytes(StandardCharsets.US_ASCII);

    private final StubS3Server s3 = StubS3Server.start();

    @AfterEach
    void stop() {
        s3.close();
    }

    private S3ObjectStore store(ObjectSettings as) {
        return S3ObjectStore.open(
                S3TestClients.client(s3.endpoint(), "key", "secret"), "lake", as, S3TestClients.ONE_ATTEMPT);
    }

    private static ObjectSettings everything(ObjectEncryption encryption) {
        return new ObjectSettings(
                ObjectTransfer.DEFAULT,
                encryption,
                Optional.of("STANDARD_IA"),
                Map.of("team", "data & roads", "env", "prod"));
    }

    private static NewObject digits() {
        return new NewObject("data/a", 7, ObjectContent.of(DIGITS));
    }

    @Test
    void sendsNoHeaderForASettingThatIsAbsent() {
        store(ObjectSettings.DEFAULT).putIfAbsent(digits());

        Seen put = s3.last(Step.PUT);
        assertThat(put.path()).isEqualTo("/lake/data/a");
        assertThat(put.header("If-None-Match")).isEqualTo("*");
        assertThat(put.header("Content-Type")).isEqualTo("application/vnd.apache.parquet");
        assertThat(put.header("x-amz-meta-records")).isEqualTo("7");
        assertThat(put.header("x-amz-checksum-crc32c")).isEqualTo(CHECK);
        assertThat(put.header("x-amz-trailer")).isNull();
        assertThat(put.header("x-amz-server-side-encryption")).isNull();
        assertThat(put.header("x-amz-server-side-encryption-bucket-key-enabled"))
                .isNull();
        assertThat(put.header("x-amz-storage-class")).isNull();
        assertThat(put.header("x-amz-tagging")).isNull();
        assertThat(s3.object("/lake/data/a")).isEqualTo(DIGITS);
    }

    @Test
    void sendsEncryptionClassAndTagsOfAnObject() {
        store(everything(new ObjectEncryption.ByKms(Optional.of("alias/lake"), true)))
                .putIfAbsent(digits());

        Seen put = s3.last(Step.PUT);
        assertThat(put.header("x-amz-server-side-encryption")).isEqualTo("aws:kms");
        assertThat(put.header("x-amz-server-side-encryption-aws-kms-key-id")).isEqualTo("alias/lake");
        assertThat(put.header("x-amz-server-side-encryption-bucket-key-enabled"))
                .isEqualTo("true");
        assertThat(put.header("x-amz-storage-class")).isEqualTo("STANDARD_IA");
        assertThat(put.header("x-amz-tagging")).isEqualTo("env=prod&team=data%20%26%20roads");
    }

    @Test
    void sendsTheSameForAnObjectInParts() {
        store(everything(new ObjectEncryption.ByKms(Optional.of("alias/lake"), true)))
                .inParts()
                .putIfAbsent(digits());

        Seen begin = s3.last(Step.BEGIN);
        Seen part = s3.last(Step.PART);
        Seen complete = s3.last(Step.COMPLETE);
        assertThat(begin.header("Content-Type")).isEqualTo("application/vnd.apache.parquet");
        assertThat(begin.header("x-amz-meta-records")).isEqualTo("7");
        assertThat(begin.header("x-amz-checksum-algorithm")).isEqualTo("CRC32C");
        assertThat(begin.header("x-amz-server-side-encryption")).isEqualTo("aws:kms");
        assertThat(begin.header("x-amz-server-side-encryption-aws-kms-key-id")).isEqualTo("alias/lake");
        assertThat(begin.header("x-amz-server-side-encryption-bucket-key-enabled"))
                .isEqualTo("true");
        assertThat(begin.header("x-amz-storage-class")).isEqualTo("STANDARD_IA");
        assertThat(begin.header("x-amz-tagging")).isEqualTo("env=prod&team=data%20%26%20roads");
        assertThat(part.header("x-amz-checksum-crc32c")).isEqualTo(CHECK);
        assertThat(part.header("If-None-Match")).isNull();
        assertThat(complete.header("If-None-Match")).isEqualTo("*");
        assertThat(new String(complete.body().array(), StandardCharsets.UTF_8))
                .contains("<ChecksumCRC32C>" + CHECK + "</ChecksumCRC32C>")
                .contains("<PartNumber>1</PartNumber>");
    }

    @Test
    void letsS3EncryptWithItsOwnKeys() {
        store(everything(new ObjectEncryption.ByS3())).putIfAbsent(digits());

        Seen put = s3.last(Step.PUT);
        assertThat(put.header("x-amz-server-side-encryption")).isEqualTo("AES256");
        assertThat(put.header("x-amz-server-side-encryption-bucket-key-enabled"))
                .isNull();
    }

    @Test
    void leavesOutConditionAndChecksumsForEndpointsThatDoNotTakeThem() {
        S3ObjectStore plain = store(new ObjectSettings(
                ObjectTransfer.ofParts(5 << 20, false, false),
                new ObjectEncryption.ByBucket(),
                Optional.empty(),
                Map.of()));

        plain.putIfAbsent(digits());
        plain.inParts().putIfAbsent(digits());

        assertThat(s3.seen()).allSatisfy(request -> {
            assertThat(request.header("If-None-Match")).isNull();
            assertThat(request.header("x-amz-checksum-crc32c")).isNull();
            assertThat(request.header("x-amz-checksum-algorithm")).isNull();
            assertThat(request.header("x-amz-sdk-checksum-algorithm")).isNull();
            assertThat(request.header("x-amz-trailer")).isNull();
        });
    }

    @Test
    void cutsAnObjectIntoPartsWhereItExceedsOne() {
        S3ObjectStore small = store(new ObjectSettings(
                ObjectTransfer.ofParts(5 << 20, true, true),
                new ObjectEncryption.ByBucket(),
                Optional.empty(),
                Map.of()));

        small.putIfAbsent(new NewObject("data/one", 1, ObjectContent.of(new byte[5 << 20])));
        small.putIfAbsent(new NewObject("data/two", 1, ObjectContent.of(new byte[(5 << 20) + 1])));

        assertThat(s3.steps()).containsExactly(Step.PUT, Step.BEGIN, Step.PART, Step.PART, Step.COMPLETE);
        assertThat(s3.object("/lake/data/two")).hasSize((5 << 20) + 1);
    }
}
