package smartcity.sink.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import smartcity.sink.parquet.ByteStringArena.Written;

class UuidTextTest {
    private final Random random = new Random(1);

    private static byte[] bytes(UUID uuid) {
        return ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    @Test
    void isTheCanonicalText() {
        for (int i = 0; i < 1_000; i++) {
            UUID uuid = new UUID(random.nextLong(), random.nextLong());
            byte[] text = new byte[UuidText.LENGTH + 2];

            UuidText.put(bytes(uuid), 0, text, 1);

            assertThat(new String(text, 1, UuidText.LENGTH, StandardCharsets.US_ASCII))
                    .isEqualTo(uuid.toString());
        }
    }

    /// The least and the greatest value of a page are found by the 16 bytes, and stated as text.
    @Test
    void sortsAsTheBytesDo() {
        ByteStringArena arena = new ByteStringArena(Written.UUIDS, new ColumnAllocation());
        UUID[] uuids = new UUID[200];
        for (int i = 0; i < uuids.length; i++) {
            uuids[i] = new UUID(i < 100 ? 7 : random.nextLong(), random.nextLong());
            arena.add(bytes(uuids[i]), 0, 16);
        }

        for (int i = 1; i < uuids.length; i++) {
            assertThat(Integer.signum(arena.compare(i - 1, i)))
                    .isEqualTo(Integer.signum(uuids[i - 1].toString().compareTo(uuids[i].toString())));
            assertThat(new String(arena.copy(i), StandardCharsets.US_ASCII)).isEqualTo(uuids[i].toString());
        }
    }
}
