package smartcity.validation.fact;

import java.util.Locale;

/// One quantity of the real road and of the simulated one.
///
/// @param quantity what is compared, with its unit
/// @param fact of the real road
/// @param source of the fact
/// @param simulated of the simulated road
/// @param least the simulated value may be, not above `most`
/// @param most the simulated value may be
/// @param tolerance how least and most follow from the fact
public record FactComparison(
        String quantity, double fact, String source, double simulated, double least, double most, String tolerance) {
    /// A finding that may differ from the fact by a share of it.
    ///
    /// @param share such as 0.05
    static FactComparison within(double share, String quantity, double fact, String source, double simulated) {
        return new FactComparison(
                quantity,
                fact,
                source,
                simulated,
                fact * (1 - share),
                fact * (1 + share),
                "± %s %%".formatted(plain(100 * share)));
    }

    /// Whether the simulated value is within the tolerance.
    public boolean holds() {
        return simulated >= least && simulated <= most;
    }

    /// As a row of the report's table.
    public String row() {
        return "| %s | %s | %s | %s | %s | %s |"
                .formatted(quantity, plain(fact), source, number(simulated), tolerance, holds() ? "yes" : "**no**");
    }

    /// A number without zeros that say nothing.
    private static String plain(double value) {
        String text = number(value);
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }

    /// A number as it is read: thousands in groups, small ones with more digits.
    private static String number(double value) {
        int digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 2 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
