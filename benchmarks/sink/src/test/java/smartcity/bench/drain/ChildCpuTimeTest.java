package smartcity.bench.drain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ChildCpuTimeTest {
    @Test
    void countsAProcessOnceItHasEnded() throws IOException, InterruptedException {
        double before = ChildCpuTime.cpuSeconds();

        new ProcessBuilder("/bin/sh", "-c", "i=0; while [ $i -lt 200000 ]; do i=$((i + 1)); done")
                .start()
                .waitFor();

        assertThat(ChildCpuTime.cpuSeconds() - before).isBetween(0.05, 30.0);
    }
}
