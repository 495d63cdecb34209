package smartcity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import smartcity.chaos.ChaosRun;
import smartcity.chaos.ChaosSettings;
import smartcity.local.infra.BuiltProject;

/// Bounded runs of `./smartcity chaos`, by each protocol of groups.
@Tag("long")
class ChaosIT {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path data;

    @Test
    void landsEveryRecordOnceWhateverHappensToSinksS3AndBroker() throws SQLException {
        assertThat(objections(new ChaosSettings(data, 20_261_123, Duration.ofSeconds(150), 1_700_000, "consumer")))
                .isEmpty();
    }

    /// Without the changes of topics and rules, which shorter runs do not have.
    @Test
    void landsEveryRecordOnceByTheClassicProtocolOfGroups() throws SQLException {
        assertThat(objections(new ChaosSettings(data, 20_261_124, Duration.ofMinutes(1), 300_000, "classic")))
                .isEmpty();
    }

    private static List<String> objections(ChaosSettings settings) throws SQLException {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        try (ChaosRun chaos = new ChaosRun(new BuiltProject(Path.of("..")), settings, out)) {
            return chaos.run();
        }
    }
}
