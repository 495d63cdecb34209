package smartcity.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SmartCityTest {
    @TempDir
    private Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        CommandLine commandLine = SmartCity.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(args);
    }

    @Test
    void refusesAnUnknownOptionInAClearSentence() {
        int status = run("up", "--vehicels", "5");

        assertThat(status).isEqualTo(2);
        assertThat(err.toString())
                .contains("--vehicels")
                .contains("./smartcity up --help")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "10", "0s", "-5s", "PT-1S"})
    void refusesATimeItDoesNotUnderstand(String time) {
        int status = run("up", "--for=" + time);

        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).contains("--for").contains(time);
    }

    @Test
    void refusesAFactorOutOfRange() {
        int status = run("up", "--factor", "0.01", "--data", data.toString());

        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).contains("speed factor must be within [0.1, 3600] but was 0.01");
    }

    @Test
    void refusesAPortThatIsNone() {
        int status = run("up", "--kafka-port", "70000", "--data", data.toString());

        assertThat(status).isEqualTo(1);
        assertThat(err.toString()).contains("--kafka-port must be within [1, 65535] but was 70000");
    }

    @Test
    void explainsItsOptions() {
        int status = run("up", "--help");

        assertThat(status).isZero();
        assertThat(out.toString()).contains("--vehicles", "--speed-factor", "--for", "--infra-only");
    }

    @Test
    void saysThatAnEmptyLakeIsEmpty() {
        int status = run("query", "--data", data.toString());

        assertThat(status).isEqualTo(1);
        assertThat(err.toString().strip()).isEqualTo("Nothing has landed in " + data + " yet: ./smartcity up fills it");
    }
}
