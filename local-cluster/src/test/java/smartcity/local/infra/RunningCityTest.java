package smartcity.local.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningCityTest {
    @TempDir
    private Path data;

    @Test
    void knowsTheBrokerOfACityThatRuns() throws IOException {
        Files.writeString(
                data.resolve("kafka.properties"),
                "listeners=PLAINTEXT\\://127.0.0.1\\:19092,CONTROLLER\\://127.0.0.1\\:5\n");

        try (DataFolder owned = DataFolder.lock(data)) {
            owned.requireSpaceToContinue();
            assertThat(RunningCity.bootstrapServers(data)).contains("127.0.0.1:19092");
        }

        assertThat(RunningCity.bootstrapServers(data)).isEmpty();
    }

    @Test
    void knowsNoneWhereNoCityWasEver() {
        assertThat(RunningCity.bootstrapServers(data)).isEmpty();
    }
}
