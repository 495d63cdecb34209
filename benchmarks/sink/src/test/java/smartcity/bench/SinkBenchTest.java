package smartcity.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SinkBenchTest {
    private final StringWriter said = new StringWriter();

    private int run(String... arguments) {
        CommandLine commandLine = SinkBench.commandLine();
        commandLine.setOut(new PrintWriter(said, true));
        commandLine.setErr(new PrintWriter(said, true));
        return commandLine.execute(arguments);
    }

    @Test
    void refusesAContenderItDoesNotKnow() {
        assertThat(run("bench", "sink", "--only", "bare,sync")).isEqualTo(2);
        assertThat(said.toString())
                .contains("--only must name some of [bare, sink")
                .contains("but was bare,sync");
    }

    @Test
    void refusesABacklogThatMeasuresNothing() {
        assertThat(run("bench", "sink", "--records", "10")).isEqualTo(2);
        assertThat(said.toString()).contains("records must be within [1000, 100000000] but was 10");
    }

    @Test
    void takesTheMemoryBenchmarkToo() {
        assertThat(run("bench", "memory", "--records", "10")).isEqualTo(2);
        assertThat(run("bench", "memory", "--help")).isZero();
    }

    @Test
    void trainsUnderItsOwnName() {
        assertThat(run("train", "--help")).isZero();
        assertThat(said.toString()).contains("Usage: ./smartcity train", "--records", "--work", "AOT cache");
    }

    @Test
    void refusesATrainingThatTeachesNothing() {
        assertThat(run("train", "--records", "10")).isEqualTo(2);
        assertThat(said.toString()).contains("records must be within [1000, 100000000] but was 10");
    }

    @Test
    void explainsItself() {
        assertThat(run("bench", "sink", "--help")).isZero();
        assertThat(said.toString()).contains("--records", "--rounds", "--only", "--work", "--out");
    }
}
