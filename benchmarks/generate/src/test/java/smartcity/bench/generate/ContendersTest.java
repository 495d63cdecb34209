package smartcity.bench.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import smartcity.local.child.LaunchException;

class ContendersTest {
    @Test
    void readsTheBackfillFromTheSimulatorsLog() {
        GenerateContender.ReportedDelivery delivery = SimulatorContender.parse(List.of(
                "2026-11-23 23:31:10,201 INFO  [sma.emi.Emission] (emission) Emitting topics=[VEHICLE, GPS] backfill=true",
                "2026-11-23 23:31:50,513 INFO  [sma.emi.Emission] (emission) Backfilled topics=[VEHICLE, GPS]"
                        + " records=1440078 from=2026-11-24T07:00:00Z until=2026-11-24T07:01:00Z seconds=40.3"
                        + " perSecond=35734",
                "2026-11-23 23:31:51,100 INFO  [io.quarkus] (main) vehicle-simulator stopped in 0.020s"));

        assertThat(delivery).isEqualTo(new GenerateContender.ReportedDelivery(1_440_078, 40.3));
    }

    @Test
    void refusesASimulatorThatEndedBeforeItsBackfill() {
        assertThatThrownBy(() -> SimulatorContender.parse(List.of("vehicle-simulator stopped in 0.020s")))
                .isInstanceOf(LaunchException.class)
                .hasMessage("vehicle-simulator did not print what it backfilled; it printed:\n"
                        + "vehicle-simulator stopped in 0.020s");
    }

    @Test
    void readsTheSumOfTheToolAndNotAWindow() {
        GenerateContender.ReportedDelivery delivery = ProducerToolContender.parse(List.of(
                "1151000 records sent, 230200.0 records/sec (68.57 MB/sec), 512.1 ms avg latency, 801.0 ms max latency.",
                "1440000 records sent, 240000.0 records/sec (71.49 MB/sec), 498.15 ms avg latency, 801.00 ms max"
                        + " latency, 510 ms 50th, 700 ms 95th, 780 ms 99th, 800 ms 99.9th."));

        assertThat(delivery).isEqualTo(new GenerateContender.ReportedDelivery(1_440_000, 6));
    }

    @Test
    void refusesAToolWithoutASum() {
        assertThatThrownBy(() -> ProducerToolContender.parse(List.of("Exception in thread \"main\"")))
                .isInstanceOf(LaunchException.class)
                .hasMessageStartingWith("ProducerPerformance did not print what it sent");
    }

    /// What decides how fast a producer is must not differ between the two.
    @Test
    void givesTheToolTheProducerSettingsOfTheSimulators() {
        Map<String, String> settings = ProducerSettings.read(Path.of("../.."));

        assertThat(settings)
                .containsEntry("acks", "all")
                .containsEntry("compression.type", "zstd")
                .containsEntry("compression.zstd.level", "1")
                .containsKeys("linger.ms", "batch.size", "max.in.flight.requests.per.connection");
    }
}
