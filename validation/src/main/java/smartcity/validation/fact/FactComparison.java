package smartcity.validation.fact;

import java.util.Locale;

/// A quantity of the real road beside the simulated one.
///
/// @param quantity what is compared, with its unit
/// @param fact value of the real road
/// @param source of the fact
/// @param simulated value of the simulated road
/// @param least least simulated value within the tolerance, not above `most`
/// @param most greatest simulated value within the tolerance
/// @param tolerance in words
public record FactComparison(
        String quantity, double fact, String source, double simulated, double least, double most, String tolerance) {
    /// A comparison whose tolerance is a share of the fact.
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
    public boolean withinTolerance() {
        return simulated >= least && simulated <= most;
    }

    /// The comparison as a row of the page's table.
    public String row() {
        return "| %s | %s | %s | %s | %s | %s |"
                .formatted(
                        quantity,
                        plain(fact),
                        source,
                        number(simulated),
                        tolerance,
                        withinTolerance() ? "yes" : "**no**");
    }

    /// A number without trailing zeros after the point.
    static String plain(double value) {
        String text = number(value);
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }

    /// A number with thousands in groups, and the more digits the smaller it is.
    static String number(double value) {
        int digits = value >= 100 ? 0 : value >= 5 ? 1 : value >= 2 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
