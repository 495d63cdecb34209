package smartcity.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import smartcity.validation.fact.FactComparison;
import smartcity.validation.fact.FactComparisons;

/// The simulated day is within the tolerances of published figures, and the page in docs has the same rows.
@Tag("long")
class ValidationReportTest {
    private static final Path FOLDER = Path.of("../docs/validation");

    @SuppressWarnings("NullAway.Init") // computed once, as it takes some ten seconds
    private static List<FactComparison> comparisons;

    @BeforeAll
    static void computeTheDay() {
        comparisons = FactComparisons.on(SimulatedDay.DAY).rows();
    }

    @Test
    void everyQuantityIsWithinItsTolerance() {
        assertThat(comparisons)
                .hasSize(15)
                .allSatisfy(comparison -> assertThat(comparison.withinTolerance())
                        .as(comparison.row())
                        .isTrue());
    }

    /// The page has the simulated values of the day on which `./smartcity validate` wrote it.
    @Test
    void thePageNamesTheSameQuantitiesFactsAndTolerances() throws IOException {
        List<String> page = Files.readAllLines(FOLDER.resolve("README.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| quantity"))
                .toList();

        assertThat(page.stream().map(ValidationReportTest::withoutValue))
                .containsExactlyElementsOf(comparisons.stream()
                        .map(FactComparison::row)
                        .map(ValidationReportTest::withoutValue)
                        .toList());
        assertThat(page).allMatch(row -> row.endsWith("| yes |"));
    }

    /// A row without what was simulated.
    private static List<String> withoutValue(String row) {
        String[] cells = row.split("\\s*\\|\\s*", -1);
        return List.of(cells[1], cells[2], cells[3], cells[5]);
    }
}
