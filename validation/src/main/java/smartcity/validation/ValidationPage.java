package smartcity.validation;

import java.util.List;
import java.util.stream.Collectors;
import smartcity.validation.fact.FactGroup;

/// The page of the validation.
final class ValidationPage {
    private ValidationPage() {}

    /// @param day in words
    static String of(long seed, String day, List<FactGroup> groups, List<Picture> pictures) {
        return """
                # A simulated day compared with published figures

                The city of seed %d on %s, from 02:00 UTC on. It is computed from the services' own classes, without Kafka: the
                weather that the stations report, the incidents that it brings at their real rate, and the traffic under the
                influence of both. The command

                    ./smartcity validate

                writes this page in about a minute; `ValidationReportTest` checks that every row is within its tolerance.

                ## Quantities

                Every simulated quantity is counted from the records that the services emit. Where a figure of the same source
                is put into the simulation, the text says so.
                %s%s""".formatted(
                        seed,
                        day,
                        groups.stream().map(FactGroup::section).collect(Collectors.joining()),
                        pictures.stream().map(Picture::section).collect(Collectors.joining()));
    }

    /// A chart of the page.
    ///
    /// @param file its name beside the page
    /// @param text describes the chart
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
