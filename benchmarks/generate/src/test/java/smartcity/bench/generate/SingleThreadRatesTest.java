package smartcity.bench.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleThreadRatesTest {
    @Test
    void drivesTheFleetAndEncodesItsEvents() {
        SingleThreadRates thread =
                new SingleThreadRates(new FleetWorkload(10, Duration.ofSeconds(1)), Duration.ZERO, Duration.ofNanos(1));

        assertThat(thread.updates().count()).isEqualTo(10);
        assertThat(thread.latest()).hasSize(2);
        assertThat(thread.encodings().count()).isEqualTo(40);
        assertThat(new String(thread.encoded(), StandardCharsets.UTF_8)).contains("vehicle-00000");
    }

    @Test
    void makesAPayloadOfBothStreams(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("payload.json");
        SingleThreadRates thread =
                new SingleThreadRates(new FleetWorkload(10, Duration.ofSeconds(1)), Duration.ZERO, Duration.ZERO);

        thread.write(file);

        assertThat(Files.readAllLines(file))
                .hasSize(40)
                .allSatisfy(line -> assertThat(line).startsWith("{\"id\":\"").endsWith("}"));
        assertThat(thread.meanBytes()).isEqualTo((Files.size(file) - 40) / 40.0);
    }
}
