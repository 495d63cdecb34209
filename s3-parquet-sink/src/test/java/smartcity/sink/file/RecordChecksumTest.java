package smartcity.sink.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordChecksumTest {
    private static final long TIME = 1_780_000_000_123L;

    private final RecordChecksum checksums = new RecordChecksum();

    private static ByteBuffer bytes(String value) {
        return ByteBuffer.wrap(value.getBytes(StandardCharsets.UTF_8));
    }

    private static Header header(String name, byte @Nullable ... value) {
        return new RecordHeader(name, value);
    }

    private static ConsumerRecord<ByteBuffer, ByteBuffer> record(
            long offset, long time, @Nullable ByteBuffer key, @Nullable ByteBuffer value, Header... headers) {
        return new ConsumerRecord<>(
                "t",
                0,
                offset,
                time,
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                key,
                value,
                new RecordHeaders(headers),
                Optional.empty());
    }

    private static ConsumerRecord<ByteBuffer, ByteBuffer> record(long offset, String value) {
        return record(offset, TIME, null, bytes(value));
    }

    /// Computed apart, by a program in another language whose CRC-32C of "123456789" is e3069283, the check value
    /// of the definition.
    @Test
    void isTheSameAsComputedElsewhere() {
        long whole = checksums.of(
                record(42, TIME, bytes("k1"), bytes("123456789"), header("h", (byte) 1), header("n", (byte[]) null)));
        long tombstone = checksums.of(record(42, TIME, null, null));

        assertThat(RecordChecksum.footer(whole))
                .isEqualTo(Map.entry("smartcity.records.checksum", "whole-crc32c-8c553b3b2cba001a"));
        assertThat(RecordChecksum.label(tombstone))
                .isEqualTo(Map.entry("whole-records-checksum", "whole-crc32c-75d8f71941f0597c"));
    }

    @Test
    void differsWithAnythingThatARecordHas() {
        Set<Long> different = new HashSet<>();
        for (long offset = 0; offset < 1000; offset++) {
            different.add(checksums.of(record(offset, TIME, null, bytes("a"))));
            different.add(checksums.of(record(offset, TIME, null, bytes("b"))));
            different.add(checksums.of(record(offset, TIME, null, bytes(""))));
            different.add(checksums.of(record(offset, TIME, null, null)));
            different.add(checksums.of(record(offset, TIME, null, ByteBuffer.allocate(4))));
            different.add(checksums.of(record(offset, TIME, null, ByteBuffer.allocate(5))));
            different.add(checksums.of(record(offset, TIME + 1, null, bytes("a"))));
            different.add(checksums.of(record(offset, TIME, bytes(""), bytes("a"))));
            different.add(checksums.of(record(offset, TIME, bytes("k"), bytes("a"))));
            different.add(checksums.of(record(offset, TIME, null, bytes("a"), header("h", (byte[]) null))));
            different.add(checksums.of(record(offset, TIME, null, bytes("a"), header("h"))));
            different.add(checksums.of(record(offset, TIME, null, bytes("a"), header("h", (byte) 1))));
            different.add(checksums.of(record(offset, TIME, null, bytes("a"), header("g", (byte) 1))));
        }

        assertThat(different).hasSize(13_000);
    }

    /// What belongs to a key does not become part of a header, nor that of one header part of the next.
    @Test
    void differsWithWhatBytesBelongTo() {
        Set<Long> different = Set.of(
                checksums.of(record(1, TIME, bytes("ab"), bytes("v"))),
                checksums.of(record(1, TIME, bytes("a"), bytes("bv"))),
                checksums.of(record(1, TIME, bytes("a"), bytes("v"), header("b"))),
                checksums.of(record(1, TIME, bytes(""), bytes("v"), header("ab"))));

        assertThat(different).hasSize(4);
    }

    @Test
    void takesKeysAndHeadersOfAnySize() {
        byte[] large = new byte[100_000];
        long one = checksums.of(record(1, TIME, ByteBuffer.wrap(large), bytes("v"), header("h", large)));
        large[99_999] = 1;
        long other = checksums.of(record(1, TIME, ByteBuffer.wrap(new byte[100_000]), bytes("v"), header("h", large)));

        assertThat(other).isNotEqualTo(one);
        assertThat(checksums.of(record(1, "a"))).isEqualTo(new RecordChecksum().of(record(1, "a")));
    }

    @Test
    void readsAnyBufferAndLeavesItAsItIs() {
        ByteBuffer heap = ByteBuffer.wrap(new byte[] {9, 1, 2, 3, 9}, 1, 3);
        ByteBuffer direct =
                ByteBuffer.allocateDirect(3).put(new byte[] {1, 2, 3}).flip();

        long ofHeap = checksums.of(record(7, TIME, heap, heap));
        long ofDirect = checksums.of(record(7, TIME, direct, direct));
        long ofReadOnly = checksums.of(record(7, TIME, heap.asReadOnlyBuffer(), heap.asReadOnlyBuffer()));

        assertThat(ofHeap).isEqualTo(ofDirect).isEqualTo(ofReadOnly);
        assertThat(heap.remaining()).isEqualTo(3);
        assertThat(direct.remaining()).isEqualTo(3);
    }

    /// Two records that changed places are other records.
    @Test
    void ofTheSameValuesAtOtherOffsetsHasAnotherSum() {
        long sum = checksums.of(record(1, "a")) + checksums.of(record(2, "b"));
        long swapped = checksums.of(record(1, "b")) + checksums.of(record(2, "a"));
        long otherOrder = checksums.of(record(2, "b")) + checksums.of(record(1, "a"));

        assertThat(swapped).isNotEqualTo(sum);
        assertThat(otherOrder).isEqualTo(sum);
    }
}
