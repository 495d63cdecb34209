package smartcity.sink.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObjectContentTest {
    private static final byte[] ALL = {1, 2, 3, 4, 5, -1};

    private final ObjectContent content = ObjectContent.of(List.of(
            ByteBuffer.wrap(new byte[] {9, 1, 2, 9}, 1, 2),
            ByteBuffer.allocate(0),
            ByteBuffer.wrap(new byte[] {3}),
            ByteBuffer.wrap(new byte[] {4, 5, -1})));

    @Test
    void concatenatesAllChunks() throws IOException {
        byte[] first = content.stream().readAllBytes();
        byte[] again = content.stream().readAllBytes();

        assertThat(content.size()).isEqualTo(6);
        assertThat(first).isEqualTo(ALL);
        assertThat(again).isEqualTo(ALL);
    }

    @Test
    void streamsEveryPart() throws IOException {
        for (int from = 0; from <= ALL.length; from++) {
            for (int to = from; to <= ALL.length; to++) {
                byte[] part = content.stream(from, to - from).readAllBytes();

                assertThat(part).as("from %s to %s", from, to).isEqualTo(Arrays.copyOfRange(ALL, from, to));
            }
        }
    }

    @Test
    void streamsByteByByteAndSkips() throws IOException {
        try (InputStream stream = content.stream(1, 5)) {
            int first = stream.read();
            long skipped = stream.skip(3);
            int available = stream.available();
            int last = stream.read();
            int end = stream.read();
            long skippedAtTheEnd = stream.skip(1);

            assertThat(List.of(first, available, last, end)).containsExactly(2, 1, 255, -1);
            assertThat(List.of(skipped, skippedAtTheEnd)).containsExactly(3L, 0L);
        }
    }

    @Test
    void refusesAPartOutsideOfIt() {
        assertThatThrownBy(() -> content.stream(4, 3))
                .hasMessage("from and length must lie within 6 bytes but was 4 and 3");
        assertThatThrownBy(() -> content.stream(-1, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> content.stream(0, Long.MAX_VALUE)).isInstanceOf(IllegalArgumentException.class);
    }
}
