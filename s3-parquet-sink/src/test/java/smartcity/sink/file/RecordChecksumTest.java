package smartcity.sink.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordChecksumTest {
    private final RecordChecksum checksums = new RecordChecksum();

    private static ByteBuffer bytes(String value) {
        return ByteBuffer.wrap(value.getBytes(StandardCharsets.UTF_8));
    }

    /// Computed apart: CRC-32C of "123456789" is e3069283, the check value of its definition (RFC 3720, appendix B.4,
    /// lists others), mixed by a program in another language.
    @Test
    void isTheSameAsComputedElsewhere() {
        assertThat(RecordChecksum.footer(checksums.of(42, bytes("123456789"))))
                .isEqualTo(Map.entry("smartcity.records.checksum", "crc32c-b1d16a7c098c9396"));
    }

    @Test
    void differsWithOffsetValueLengthAndAbsence() {
        Set<Long> different = new HashSet<>();
        for (long offset = 0; offset < 1000; offset++) {
            different.add(checksums.of(offset, bytes("a")));
            different.add(checksums.of(offset, bytes("b")));
            different.add(checksums.of(offset, bytes("")));
            different.add(checksums.of(offset, null));
            different.add(checksums.of(offset, ByteBuffer.wrap(new byte[4])));
            different.add(checksums.of(offset, ByteBuffer.wrap(new byte[5])));
        }

        assertThat(different).hasSize(6000);
    }

    @Test
    void readsAnyBufferAndLeavesItAsItIs() {
        ByteBuffer heap = ByteBuffer.wrap(new byte[] {9, 1, 2, 3, 9}, 1, 3);
        ByteBuffer direct =
                ByteBuffer.allocateDirect(3).put(new byte[] {1, 2, 3}).flip();

        long ofHeap = checksums.of(7, heap);
        long ofDirect = checksums.of(7, direct);
        long ofReadOnly = checksums.of(7, heap.asReadOnlyBuffer());

        assertThat(ofHeap).isEqualTo(ofDirect).isEqualTo(ofReadOnly);
        assertThat(heap.remaining()).isEqualTo(3);
        assertThat(direct.remaining()).isEqualTo(3);
    }

    /// Two records that changed places are other records.
    @Test
    void ofTheSameValuesAtOtherOffsetsHasAnotherSum() {
        long sum = checksums.of(1, bytes("a")) + checksums.of(2, bytes("b"));
        long swapped = checksums.of(1, bytes("b")) + checksums.of(2, bytes("a"));
        long otherOrder = checksums.of(2, bytes("b")) + checksums.of(1, bytes("a"));

        assertThat(swapped).isNotEqualTo(sum);
        assertThat(otherOrder).isEqualTo(sum);
    }
}
