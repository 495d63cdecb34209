package smartcity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.local.infra.InfraSettings;

/// `up --from --to`: two replicas emit a period, one is killed, and the other is stopped in the middle. Started again,
/// the period continues and ends by itself; DuckDB finds every device complete and nothing twice. The second time
/// executables run instead of jars.
class BackfillIT {
    private static final String FROM = "2026-11-03T08:00:00Z";
    private static final String UNTIL = "2026-11-03T08:30:00Z";
    private static final int VEHICLES = 80;
    private static final int SECONDS = 1800;
    private static final int MINUTES = 30;

    @TempDir
    private Path folder;

    @Test
    void landsAPeriodOnceThoughReplicasAreKilledAndStopped() throws SQLException, IOException {
        try (UpProcess first = UpProcess.start(
                folder,
                "--from=" + FROM,
                "--to=" + UNTIL,
                "--vehicles=" + VEHICLES,
                "--seed=7",
                "--replicas=vehicle-simulator=2")) {
            first.awaitLine("Ctrl-C stops in order");
            first.latestOf("vehicle-simulator").destroyForcibly();
            first.awaitLine("vehicle-simulator-2 ended with exit code 137: the other takes over; its log is "
                    + folder.resolve("data/logs/vehicle-simulator-2.log"));
            first.askToStop();
            int status = first.awaitEnd();

            assertThat(first.lines())
                    .as("was stopped in the middle")
                    .doesNotContain("vehicle-simulator has emitted the period");
            assertThat(first.lines().getLast()).startsWith("The period is emitted until 2026-11-03T08:");
            assertThat(status).isEqualTo(1);
        }

        String executables = "--native=" + ExecutableScripts.in(folder);
        try (UpProcess second = UpProcess.start(folder, "--from=" + FROM, "--to=" + UNTIL, executables)) {
            int status = second.awaitEnd();

            assertThat(status).as("%s", second.lines()).isZero();
            assertThat(second.lines()).contains("vehicle-simulator has emitted the period");
            assertThat(second.lines().stream().filter(line -> line.matches("\\w+_data .* = .* 0 +0")))
                    .hasSize(5);
            assertThat(log("vehicle-simulator")).contains("Started with -Xmx134m\n");
            assertThat(log("s3-parquet-sink")).contains("Started with -Xmx256m -XX:+ExitOnOutOfMemoryError\n");
        }

        assertThat(devices("vehicle_data", "deviceId", SECONDS)).isEqualTo(VEHICLES);
        assertThat(devices("weather_data", "deviceId", MINUTES)).isEqualTo(20);
        assertThat(devices("traffic_data", "cameraId", MINUTES)).isEqualTo(2 * 39);
    }

    private String log(String service) throws IOException {
        return Files.readString(folder.resolve("data/logs").resolve(service + ".log"));
    }

    /// Devices of a topic, of which each must have reported so many instants within the period, each once.
    private long devices(String topic, String device, int instants) throws SQLException {
        String files = InfraSettings.lake(folder.resolve("data")) + "/" + topic + "/**/*.parquet";
        String perDevice = """
                SELECT %s, count(*) AS records, count(DISTINCT timestamp) AS instants,
                    min(timestamp) >= '%s'::TIMESTAMPTZ AND max(timestamp) < '%s'::TIMESTAMPTZ AS inside
                FROM read_parquet('%s', hive_partitioning = false) GROUP BY ALL""".formatted(device, FROM, UNTIL, files);
        try (Connection lake = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = lake.createStatement();
                ResultSet result = statement.executeQuery("SELECT count(*), count(*) FILTER (inside AND records = "
                        + instants + " AND instants = " + instants + ") FROM (" + perDevice + ")")) {
            assertThat(result.next()).isTrue();
            assertThat(result.getLong(2)).as("complete devices of %s", topic).isEqualTo(result.getLong(1));
            return result.getLong(1);
        }
    }
}
