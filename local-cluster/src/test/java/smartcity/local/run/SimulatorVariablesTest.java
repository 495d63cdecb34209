package smartcity.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorVariablesTest {
    @TempDir
    private Path data;

    @Test
    void replacesThoseOfTheRunBefore() throws IOException {
        SimulatorVariables variables = SimulatorVariables.of(data);
        variables.write(Map.of("SIMULATION_SEED", "7", "SIMULATION_START", "2026-12-01T08:00:00Z"));
        variables.write(Map.of("SIMULATION_SEED", "8"));

        Properties written = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve("simulators.properties"))) {
            written.load(reader);
        }

        assertThat(written).containsExactly(Map.entry("SIMULATION_SEED", "8"));
    }
}
