package smartcity.validation;

import java.util.List;
import java.util.stream.Collectors;
import smartcity.validation.fact.FactComparison;

/// The page of the report.
final class ValidationPage {
    private ValidationPage() {}

    /// @param day in words
    static String of(long seed, String day, List<FactComparison> findings, List<Picture> pictures) {
        return """
                # A simulated day beside the facts

                The city of seed %d on %s, from 02:00 UTC on, computed from what the services are made of, without Kafka: the weather
                as the stations tell it, the incidents it brings at their real rate, and the traffic that feels both. Written by

                    ./smartcity validate

                which takes a minute or two; `ReportTest` holds every row to its tolerance.

                ## Quantities

                | quantity | fact | source | simulated | tolerance | within |
                |---|---|---|---|---|---|
                %s
                %s""".formatted(
                        seed,
                        day,
                        findings.stream().map(FactComparison::row).collect(Collectors.joining("\n")),
                        pictures.stream().map(Picture::section).collect(Collectors.joining()));
    }

    /// A chart of the page.
    ///
    /// @param file its name beside the page
    /// @param text what it shows
    /// @param svg the chart itself
    record Picture(String file, String title, String text, String svg) {
        private String section() {
            return """

                    ## %1$s

                    %2$s

                    ![%1$s](%3$s)
                    """.formatted(title, text, file);
        }
    }
}
