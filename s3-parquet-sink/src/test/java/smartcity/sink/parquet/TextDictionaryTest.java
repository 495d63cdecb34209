package smartcity.sink.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import smartcity.sink.parquet.ByteStringArena.Written;

class TextDictionaryTest {
    private final ColumnAllocation allocation = new ColumnAllocation();
    private final TextDictionary dictionary =
            new TextDictionary(new ByteStringArena(Written.AS_THEY_ARE, allocation), allocation);

    /// Few characters, one of them the zero that stands behind the end of short values, and values that end where the
    /// array ends.
    @Test
    void numbersEachValueOnce() throws IOException {
        Random random = new Random(1);
        Map<String, Integer> expected = new LinkedHashMap<>();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder value = new StringBuilder("same-prefix-".substring(0, random.nextInt(13)));
            for (int length = random.nextInt(8); length > 0; length--) {
                value.append("a\0b".charAt(random.nextInt(3)));
            }
            int before = random.nextInt(3);
            int behind = random.nextInt(2) * 9;
            byte[] source = ("x".repeat(before) + value + "x".repeat(behind)).getBytes(StandardCharsets.US_ASCII);

            int id = dictionary.id(source, before, value.length());

            assertThat(id).isEqualTo(expected.computeIfAbsent(value.toString(), _ -> expected.size()));
        }

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        dictionary.page().getBytes().writeAllTo(bytes);
        ByteBuffer page = ByteBuffer.wrap(bytes.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        for (String value : expected.keySet()) {
            byte[] entry = new byte[page.getInt()];
            page.get(entry);
            assertThat(new String(entry, StandardCharsets.US_ASCII)).isEqualTo(value);
        }
        assertThat(page.hasRemaining()).isFalse();
    }

    @Test
    void releasesWhatItAllocates() {
        byte[] value = "a value of some length".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 1_000; i++) {
            value[i % value.length]++;
            dictionary.id(value, 0, value.length);
        }
        assertThat(allocation.bytes).isPositive();

        dictionary.clear();

        assertThat(allocation.bytes).isZero();
    }
}
