package smartcity.validation.fact;

import java.util.List;
import java.util.stream.Collectors;

/// Comparisons whose simulated quantities are obtained in the same way.
///
/// @param title of the group
/// @param method how the simulated quantities are obtained, and what of them is put in
public record FactGroup(String title, String method, List<FactComparison> rows) {
    public FactGroup {
        rows = List.copyOf(rows);
    }

    /// The group as a section of the page.
    public String section() {
        return """

                ### %s

                %s

                | quantity | fact | source | simulated | tolerance | within |
                |---|---|---|---|---|---|
                %s
                """.formatted(
                        title, method, rows.stream().map(FactComparison::row).collect(Collectors.joining("\n")));
    }
}
