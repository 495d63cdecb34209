package smartcity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import smartcity.chaos.ChaosRun;
import smartcity.chaos.ChaosSettings;
import smartcity.local.infra.BuiltProject;

/// A bounded run of `./smartcity chaos`.
@Tag("long")
class ChaosIT {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path data;

    @Test
    void landsEveryRecordOnceWhateverHappensToSinksS3AndBroker() throws SQLException {
        ChaosSettings settings = new ChaosSettings(data, 20_261_123, Duration.ofMinutes(3), 2_000_000, "classic");
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

        try (ChaosRun chaos = new ChaosRun(new BuiltProject(Path.of("..")), settings, out)) {
            assertThat(chaos.run()).isEmpty();
        }
    }
}
