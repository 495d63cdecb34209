package smartcity.sink.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MemoryFileTest {
    @Test
    void keepsEveryByteThroughAllChunks() throws IOException {
        byte[] bytes = new byte[700_001];
        new Random(1).nextBytes(bytes);
        MemoryFile file = new MemoryFile();

        file.write(bytes[0]);
        file.write(bytes, 1, 5_000);
        file.write(Arrays.copyOfRange(bytes, 5_001, bytes.length));

        assertThat(file.getPos()).isEqualTo(700_001);
        assertThat(file.content().stream().readAllBytes()).isEqualTo(bytes);
    }
}
