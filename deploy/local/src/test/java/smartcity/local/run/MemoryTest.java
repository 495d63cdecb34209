package smartcity.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {
    @TempDir
    private Path data;

    @Test
    void beginsWithTheDefaults() {
        Simulation simulation = Memory.of(data).recall(null, null, null);

        assertThat(simulation).isEqualTo(new Simulation(200, 42, 1));
    }

    @Test
    void keepsTheCityOfTheRunBefore() {
        Memory.of(data).keep(new Simulation(7, -5, 0.5));

        Simulation simulation = Memory.of(data).recall(null, null, null);

        assertThat(simulation).isEqualTo(new Simulation(7, -5, 0.5));
    }

    @Test
    void letsOptionsOverrideIt() {
        Memory.of(data).keep(new Simulation(7, -5, 0.5));

        Simulation simulation = Memory.of(data).recall(9, 6L, 2.0);

        assertThat(simulation).isEqualTo(new Simulation(9, 6, 2));
    }
}
