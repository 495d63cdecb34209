package smartcity.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.local.infra.TopicProgress;

class LiveTableTest {
    @TempDir
    private Path lake;

    @Test
    void showsTheRateSinceTheLookBefore() throws IOException {
        Path object = lake.resolve("gps_data/date=2026-11-23/hour=08/gps_data-0-0-999.parquet");
        Files.createDirectories(object.getParent());
        Files.createFile(object);
        LiveTable table = new LiveTable(lake);
        table.lines(List.of(new TopicProgress("gps_data", 1000, 400)), Duration.ofSeconds(3));

        List<String> lines = table.lines(List.of(new TopicProgress("gps_data", 2500, 1000)), Duration.ofSeconds(5));

        assertThat(lines.getLast().split(" {2,}"))
                .containsExactly(
                        "gps_data",
                        "750.0",
                        "2,500",
                        "1,000",
                        "1,500",
                        "date=2026-11-23/hour=08/gps_data-0-0-999.parquet");
    }

    @Test
    void claimsNoRateAtTheFirstLook() {
        List<String> lines =
                new LiveTable(lake).lines(List.of(new TopicProgress("gps_data", 1000, 400)), Duration.ofSeconds(1));

        assertThat(lines.getLast().split(" {2,}")).containsExactly("gps_data", "-", "1,000", "400", "600", "-");
    }
}
