package smartcity.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `./smartcity validate` writes: the simulated day is within the tolerances of published figures, and the page in
/// docs is of this day.
@Tag("long")
class ValidationReportTest {
    private static final Path DOCS = Path.of("../docs/validation");

    @TempDir
    private static Path folder;

    private static String summary = "";

    @BeforeAll
    static void write() throws IOException {
        summary = ValidationReport.write(folder);
    }

    @Test
    void everyQuantityIsWithinItsTolerance() {
        assertThat(summary).startsWith("13 of 13 quantities are within their tolerances");
    }

    @Test
    void thePageInDocsIsOfThisDay() throws IOException {
        assertThat(Files.readString(folder.resolve("README.md")))
                .isEqualTo(Files.readString(DOCS.resolve("README.md")));
    }

    @Test
    void drawsThePicturesThatThePageShows() throws IOException {
        List<String> page = Files.readAllLines(DOCS.resolve("README.md"));

        assertThat(folder.toFile().list())
                .contains("README.md", "flow.svg", "speed-flow.svg", "time-space.svg", "weather.svg")
                .filteredOn(name -> name.endsWith(".svg"))
                .allMatch(name -> page.stream().anyMatch(line -> line.contains("](" + name + ")")));
    }
}
