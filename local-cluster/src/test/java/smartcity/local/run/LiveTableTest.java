package smartcity.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smartcity.local.infra.TopicProgress;

class LiveTableTest {
    @TempDir
    private Path lake;

    @Test
    void showsTheRateSinceTheLookBefore() throws IOException {
        Path object = lake.resolve("gps_data/date=2026-11-23/hour=08/gps_data-0-0-999.parquet");
        Files.createDirectories(object.getParent());
        Files.createFile(object);
        LiveTable table = new LiveTable(lake, () -> Integer.MAX_VALUE);
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
        List<String> lines = new LiveTable(lake, () -> Integer.MAX_VALUE)
                .lines(List.of(new TopicProgress("gps_data", 1000, 400)), Duration.ofSeconds(1));

        assertThat(lines.getLast().split(" {2,}")).containsExactly("gps_data", "-", "1,000", "400", "600", "-");
    }

    /// A topic of 14 characters, millions of records, and an object's name of 36 characters in folders of 24.
    @ParameterizedTest
    @CsvSource({
        "140, topic produced/s produced landed remaining last object",
        "110, topic produced/s produced landed remaining last object",
        "80, topic produced/s produced landed remaining",
        "50, topic produced landed remaining",
        "40, topic landed remaining",
        "26, topic remaining"
    })
    void showsWhatMattersMostInWhatTheTerminalHas(int columns, String heading) throws IOException {
        Path object = lake.resolve("emergency_data/date=2026-11-23/hour=08/emergency_data-0-1000000-2000000.parquet");
        Files.createDirectories(object.getParent());
        Files.createFile(object);

        List<String> lines = new LiveTable(lake, () -> columns)
                .lines(List.of(new TopicProgress("emergency_data", 10_000_000, 4_000_000)), Duration.ofSeconds(1));

        assertThat(lines.getFirst().replaceAll(" +", " ")).isEqualTo(heading);
        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(columns));
        assertThat(lines.getLast()).contains("emergency_data", "6,000,000").doesNotContain("…");
    }
}
