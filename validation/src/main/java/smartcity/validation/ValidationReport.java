package smartcity.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import smartcity.chance.Seed;
import smartcity.validation.ValidationPage.Picture;
import smartcity.validation.day.CityDay;
import smartcity.validation.day.TimeSpan;
import smartcity.validation.fact.FactComparison;
import smartcity.validation.fact.FactComparisons;

/// Writes the report.
public final class ValidationReport {
    static final long SEED = 1;
    static final String DAY = "2026-11-10";
    static final String NAME = "Tuesday, 10 November 2026";

    private ValidationReport() {}

    /// Computes the day and writes page and charts, which takes a minute or two.
    ///
    /// @param folder made when missing
    /// @return one sentence: how many quantities are within their tolerances
    /// @throws IOException when the folder cannot be written
    public static String write(Path folder) throws IOException {
        Files.createDirectories(folder);
        CityDay day = CityDay.of(new Seed(SEED), TimeSpan.day(DAY));
        FactComparisons findings = FactComparisons.on(day);
        List<Picture> pictures = ValidationCharts.of(day, findings);
        for (Picture picture : pictures) {
            Files.writeString(folder.resolve(picture.file()), picture.svg());
        }
        Path page = folder.resolve("README.md");
        Files.writeString(page, ValidationPage.of(SEED, NAME, findings.rows(), pictures));
        long held = findings.rows().stream().filter(FactComparison::holds).count();
        return "%d of %d quantities are within their tolerances: %s"
                .formatted(held, findings.rows().size(), page);
    }
}
