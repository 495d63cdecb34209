package smartcity.bench.estimate;

import java.util.Locale;

/// An estimate beside the heap that was reachable.
///
/// @param estimate of open batches [bytes]
/// @param real what they took [bytes]
/// @param finishingEstimate of the batches while one of them is finished [bytes]
/// @param finishingReal the most that was seen meanwhile [bytes]; less than the most that there was
record EstimateResult(EstimateCase of, long estimate, long real, long finishingEstimate, long finishingReal) {
    /// Ratios of an estimate to reality that it may have.
    private static final double LEAST = 0.8;

    private static final double MOST = 1.3;

    /// The head of the table.
    static String head() {
        return "| columns | windows | partitions | rows each | estimate MiB | live heap MiB | ratio | finishing: estimate MiB |"
                + " seen MiB |\n|--:|--:|--:|--:|--:|--:|--:|--:|--:|";
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "| %,d | %d | %d | %,d | %.1f | %.1f | %.2f | %.1f | %.1f |",
                of.columns(),
                of.windows(),
                of.partitions(),
                of.rows(),
                mebibytes(estimate),
                mebibytes(real),
                ratio(),
                mebibytes(finishingEstimate),
                mebibytes(finishingReal));
    }

    private static double mebibytes(long bytes) {
        return bytes / (double) (1 << 20);
    }

    double ratio() {
        return estimate / (double) real;
    }

    /// Whether the estimate is good enough, and finishing took no more than was estimated, by as much.
    boolean good() {
        return ratio() >= LEAST && ratio() <= MOST && finishingEstimate >= LEAST * finishingReal;
    }
}
