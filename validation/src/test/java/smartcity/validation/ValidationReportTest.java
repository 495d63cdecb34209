package smartcity.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import smartcity.chance.Seed;
import smartcity.validation.day.CityDay;
import smartcity.validation.day.TimeSpan;
import smartcity.validation.fact.FactComparison;
import smartcity.validation.fact.FactComparisons;

/// The simulated day keeps to the facts, and the page in docs compares what the code compares.
class ValidationReportTest {
    private static final Path FOLDER = Path.of("../docs/validation");

    @SuppressWarnings("NullAway.Init") // computed once, as it takes half a minute
    private static List<FactComparison> findings;

    @BeforeAll
    static void computeTheDay() {
        findings = FactComparisons.on(CityDay.of(new Seed(ValidationReport.SEED), TimeSpan.day(ValidationReport.DAY)))
                .rows();
    }

    @Test
    void everyQuantityIsWithinItsTolerance() {
        assertThat(findings)
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        finding -> assertThat(finding.holds()).as(finding.row()).isTrue());
    }

    /// Simulated values are those of the day the page was written; `./smartcity validate` writes it anew.
    @Test
    void thePageNamesTheSameQuantitiesFactsAndTolerances() throws IOException {
        List<String> page = Files.readAllLines(FOLDER.resolve("README.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| quantity"))
                .toList();

        assertThat(page.stream().map(ValidationReportTest::withoutValue))
                .containsExactlyElementsOf(findings.stream()
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
