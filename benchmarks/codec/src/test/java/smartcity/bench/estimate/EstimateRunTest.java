package smartcity.bench.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the sink estimates of its open batches is what its writer holds, for the cases of the benchmark that take
/// little time: with few and many columns, windows and partitions.
class EstimateRunTest {
    @ParameterizedTest
    @CsvSource({"10, 24, 12, 50", "200, 24, 1, 1"})
    void estimatesWhatIsHeldWithinTheBand(int columns, int windows, int partitions, int rows) throws Exception {
        EstimateResult result = new EstimateRun(new EstimateCase(columns, windows, partitions, rows)).measure();

        assertThat(result.ratio()).isBetween(0.8, 1.3);
        assertThat(result.finishingEstimate()).isGreaterThanOrEqualTo((long) (0.8 * result.finishingReal()));
    }

    /// With so many columns, to collect all garbage again and again takes seconds.
    @Tag("long")
    @ParameterizedTest
    @CsvSource({"200, 1, 12, 50", "2000, 1, 1, 50", "2000, 1, 12, 1"})
    void estimatesItOfManyColumns(int columns, int windows, int partitions, int rows) throws Exception {
        estimatesWhatIsHeldWithinTheBand(columns, windows, partitions, rows);
    }
}
