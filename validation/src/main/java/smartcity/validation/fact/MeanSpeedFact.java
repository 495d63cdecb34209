package smartcity.validation.fact;

/// The mean speed of traffic on real roads.
final class MeanSpeedFact {
    /// All strategic roads of England, A roads included, in 2023 [mph].
    static final double MPH = 57.0;

    static final String SOURCE = "DfT: strategic roads of England, 2023";

    private MeanSpeedFact() {}
}
