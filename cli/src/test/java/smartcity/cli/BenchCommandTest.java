package smartcity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchCommandTest {
    private final StringWriter said = new StringWriter();

    private int run(String... arguments) {
        CommandLine commandLine = SmartCityCli.commandLine();
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
    void explainsTheComparisonOfEstimates() {
        assertThat(run("bench", "estimate", "--help")).isZero();
        assertThat(said.toString()).contains("Usage: ./smartcity bench estimate", "--out");
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
    void refusesAPeriodThatMeasuresNothing() {
        assertThat(run("bench", "generate", "--period", "PT0S")).isEqualTo(2);
        assertThat(said.toString()).contains("period must be within [PT1S, PT24H] but was PT0S");
    }

    @Test
    void explainsTheBenchmarkOfTheSimulator() {
        assertThat(run("bench", "generate", "--help")).isZero();
        assertThat(said.toString()).contains("Usage: ./smartcity bench generate", "--vehicles", "--period", "--rounds");
    }

    @Test
    void takesNoOptionsForTheCodec() {
        assertThat(run("bench", "codec", "--records=5")).isEqualTo(2);
        assertThat(said.toString()).contains("--records=5");
    }

    @Test
    void listsTheBenchmarks() {
        assertThat(run("bench")).isZero();
        assertThat(said.toString()).contains("generate", "codec", "sink", "memory", "estimate");
    }

    @Test
    void explainsItself() {
        assertThat(run("bench", "sink", "--help")).isZero();
        assertThat(said.toString()).contains("--records", "--rounds", "--only", "--work", "--out");
    }
}
