package smartcity.bench.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import smartcity.bench.cluster.MachineDescription;

class GenerateResultsTest {
    private static final MachineDescription MACHINE = new MachineDescription("a processor", 2, 1024, "an OS", "a JVM");

    /// The tool is two, three and ten times as fast: 1/2, 1/3, 1/10.
    private final GenerateResults results = new GenerateResults(
            Duration.ofMinutes(1),
            312.4,
            List.of(new ThreadRate(100, 2), new ThreadRate(300, 2), new ThreadRate(100, 10)),
            List.of(new ThreadRate(80, 1), new ThreadRate(40, 1)),
            List.of(
                    delivery(SimulatorContender.NAME, 1, 12),
                    delivery(ProducerToolContender.NAME, 1, 6),
                    delivery(SimulatorContender.NAME, 2, 30),
                    delivery(ProducerToolContender.NAME, 2, 10),
                    delivery(SimulatorContender.NAME, 3, 20),
                    delivery(ProducerToolContender.NAME, 3, 2)));

    private static DeliveryMeasurement delivery(String contender, int round, double seconds) {
        return new DeliveryMeasurement(contender, round, 6_000, seconds, seconds + 4, seconds / 2, 3 << 20);
    }

    @Test
    void takesMediansOfTheRounds() {
        assertThat(results.updatesPerSecond()).isEqualTo(50);
        assertThat(results.encodingsPerSecond()).isEqualTo(60);
        assertThat(results.median(SimulatorContender.NAME, DeliveryMeasurement::perSecond))
                .isEqualTo(300);
        assertThat(results.median(SimulatorContender.NAME, DeliveryMeasurement::perSecondOfLife))
                .isEqualTo(250);
        assertThat(results.median(SimulatorContender.NAME, DeliveryMeasurement::perCpuSecond))
                .isEqualTo(600);
    }

    @Test
    void comparesDeliveriesOfTheSameRound() {
        assertThat(results.ratio(DeliveryMeasurement::perSecond)).isEqualTo(1.0 / 3);
    }

    @Test
    void relatesThePeriodToRealTime() {
        assertThat(results.timesRealTime()).isEqualTo(3);
    }

    @Test
    void laysOutTheTables() {
        assertThat(new GenerateReport("a command", "a day", MACHINE, Map.of("tool", "a tool"), results).markdown())
                .contains(
                        "Written by `a command` on a day: a processor, 2 cores, 1024 MiB, an OS, a JVM.",
                        "| world updates: a vehicle moved, its two events made | 50 |",
                        "| events to JSON, 312 bytes on average | 60 |",
                        "| vehicle-simulator | 300 | 250 | 600 | 3 | 3.00 |",
                        "| ProducerPerformance | 1,000 | 600 | 2,000 | 3 |  |",
                        "| simulator / tool, in the same round | 0.33 | 0.41 | 0.33 | 1.00 | |",
                        "- `tool`: a tool");
    }

    @Test
    void listsEveryRoundInTheJson() {
        assertThat(new GenerateReport("a command", "a day", MACHINE, Map.of(), results).json())
                .contains("\"worldUpdatesPerSecond\" : [ 50, 150, 10 ]", "\"encodingsPerSecond\" : [ 80, 40 ]")
                .contains("\"recordsPerSecond\" : 3000", "\"simulatedSeconds\" : 60");
    }
}
