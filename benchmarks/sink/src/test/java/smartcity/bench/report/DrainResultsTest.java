package smartcity.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import smartcity.bench.cluster.MachineDescription;
import smartcity.bench.drain.DrainMeasurement;
import smartcity.bench.drain.LandedData;

class DrainResultsTest {
    private static final MachineDescription MACHINE = new MachineDescription("a processor", 2, 1024, "an OS", "a JVM");

    private final DrainResults results = new DrainResults();

    private void drained(String contender, int round, double seconds) {
        LandedData landed =
                contender.equals("bare") ? new LandedData(600, 600, 0, 0) : new LandedData(600, 600, 4, 30_000);
        results.add(new DrainMeasurement(contender, round, 600, seconds, null, seconds / 2, 1 << 20, 1.5, landed));
    }

    @Test
    void takesTheMedianOfTheRounds() {
        drained("sink", 1, 2);
        drained("sink", 2, 60);
        drained("sink", 3, 3);

        assertThat(results.median("sink", DrainMeasurement::rowsPerSecond)).hasValue(200);
    }

    @Test
    void takesTheMeanOfTheMiddleTwoOfAnEvenNumber() {
        assertThat(DrainResults.median(1, 10, 4, 2)).hasValue(3);
        assertThat(DrainResults.median()).isEmpty();
    }

    @Test
    void comparesDrainsOfTheSameRoundOnly() {
        drained("sink", 1, 2);
        drained("flink", 1, 4); // 2 times
        drained("sink", 2, 20);
        drained("flink", 2, 60); // 3 times
        drained("sink", 3, 1);
        drained("sink", 4, 5);
        drained("flink", 4, 50); // 10 times

        assertThat(results.sinkTimes("flink", DrainMeasurement::rowsPerSecond)).hasValue(3);
    }

    @Test
    void leavesACellWithoutFigureOpen() {
        drained("bare", 1, 6);
        drained("sink", 1, 12);

        assertThat(new DrainTable(results).markdown().subList(2, 4))
                .containsExactly(
                        "| bare | 100 | - | 200 | 1 | 1.5 | - | - | - | 0.50 | 0.50 |",
                        "| sink | 50 | - | 100 | 1 | 1.5 | 4 | 0.0 | 50.0 | 1.00 | 1.00 |");
    }

    @Test
    void listsEveryDrainInTheJson() {
        drained("bare", 1, 6);
        drained("sink", 1, 12);

        DrainReport report =
                new DrainReport("a command", "a day", MACHINE, Map.of("sink", "zstd"), List.of("a note"), results);

        assertThat(report.json())
                .contains("\"contender\" : \"bare\"", "\"contender\" : \"sink\"", "\"rowsPerSecond\" : 50")
                .contains("\"processor\" : \"a processor\"", "\"a note\"", "\"bytesPerRow\" : null");
    }
}
