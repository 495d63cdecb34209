package smartcity.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import smartcity.chance.Seed;
import smartcity.validation.ValidationPage.Picture;
import smartcity.validation.day.CityDay;
import smartcity.validation.day.TimePeriod;
import smartcity.validation.fact.FactComparison;
import smartcity.validation.fact.FactComparisons;

/// Writes page and charts of the validation.
public final class ValidationReport {
    static final long SEED = 1;
    static final String DAY = "2026-11-10";
    static final String NAME = "Tuesday, 10 November 2026";

    private ValidationReport() {}

    /// Computes the day and writes page and charts, which takes about a minute.
    ///
    /// @param folder created when it does not exist
    /// @return one sentence: how many quantities are within their tolerances
    /// @throws IOException when the folder cannot be written
    public static String write(Path folder) throws IOException {
        Files.createDirectories(folder);
        CityDay day = CityDay.of(new Seed(SEED), TimePeriod.day(DAY));
        FactComparisons comparisons = FactComparisons.on(day);
        List<Picture> pictures = ValidationCharts.of(day, comparisons);
        for (Picture picture : pictures) {
            Files.writeString(folder.resolve(picture.file()), picture.svg());
        }
        Path page = folder.resolve("README.md");
        Files.writeString(page, ValidationPage.of(SEED, NAME, comparisons.groups(), pictures));
        long within = comparisons.rows().stream()
                .filter(FactComparison::withinTolerance)
                .count();
        return "%d of %d quantities are within their tolerances: %s"
                .formatted(within, comparisons.rows().size(), page);
    }
}
