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
    /// @param args the folder to write to
    /// @throws IOException when it cannot be written
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("arguments must be one folder but was " + List.of(args));
        }
        Path folder = Files.createDirectories(Path.of(args[0]));
        CityDay day = CityDay.of(new Seed(SEED), TimeSpan.day(DAY));
        FactComparisons findings = FactComparisons.on(day);
        List<Picture> pictures = ValidationCharts.of(day, findings);
        for (Picture picture : pictures) {
            Files.writeString(folder.resolve(picture.file()), picture.svg());
        }
        Path page = folder.resolve("README.md");
        Files.writeString(page, ValidationPage.of(SEED, NAME, findings.rows(), pictures));
        long held = findings.rows().stream().filter(FactComparison::holds).count();
        System.out.printf(
                "%d of %d quantities are within their tolerances: %s%n",
                held, findings.rows().size(), page);
    }
}
