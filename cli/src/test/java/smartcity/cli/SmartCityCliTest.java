package smartcity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SmartCityCliTest {
    @TempDir
    private Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        CommandLine commandLine = SmartCityCli.commandLine();
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
    void namesTheExecutableThatAFolderLacks() {
        int status = run("chaos", "--native=" + data, "--data=" + data.resolve("data"));

        assertThat(status).isEqualTo(1);
        assertThat(err.toString())
                .contains("There is no executable of s3-parquet-sink in " + data + ": build it with ");
    }

    @Test
    void refusesAFactorOutOfRange() {
        int status = run("up", "--factor", "0.01", "--data", data.toString());

        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).contains("factor must be within [0.1, 3600] but was 0.01");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--from 2026-11-01 | --from and --to must be given together but --to was missing",
                "--to 2026-11-01 | --from and --to must be given together but --from was missing",
                "--from 2026-11-08 --to 2026-11-01 | --from must be before --to (2026-11-01T00:00:00Z) but was 2026-11-08T00:00:00Z",
                "--from 2026-11-08 --to 2026-11-08 | --from must be before --to (2026-11-08T00:00:00Z) but was 2026-11-08T00:00:00Z",
                "--from 2026-11-01 --to 2026-11-08 --factor 60 | --factor cannot be given with --from and --to, which emit a period as fast as Kafka takes it",
                "--from 2026-11-01 --to 2026-11-08 --rate 100 | --rate cannot be given with --from and --to, which emit a period as fast as Kafka takes it",
                "--from 2026-11-01 --to 2026-11-08 --infra-only | --infra-only starts no services: it cannot be given with --from, --to, --start and --replicas",
                "--vehicles 10 --rate 1000 | --rate must be within [1, 200] with 10 vehicles at factor 1.0 but was 1000",
                "--replicas sink=2 | --replicas must name one of weather-simulator, incident-simulator, vehicle-simulator but was sink"
            })
    void refusesOptionsThatContradictEachOther(String options, String sentence) {
        int status = run(Stream.concat(Stream.of("up", "--data", data.toString()), Arrays.stream(options.split(" ")))
                .toArray(String[]::new));

        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).startsWith(sentence + "\n");
    }

    @Test
    void refusesADayThatIsNone() {
        int status = run("up", "--from", "2026-11-31", "--to", "2026-12-01");

        assertThat(status).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "--from",
                        "expected a date such as 2026-11-01 or an instant such as 2026-11-01T08:00:00Z, got: 2026-11-31");
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
        assertThat(out.toString())
                .contains(
                        "--vehicles",
                        "--rate",
                        "--speed-factor",
                        "--from",
                        "--to",
                        "--for",
                        "--replicas",
                        "--observe",
                        "--infra-only",
                        "--no-view");
    }

    @Test
    void saysThatAnEmptyLakeIsEmpty() {
        int status = run("query", "--data", data.toString());

        assertThat(status).isEqualTo(1);
        assertThat(err.toString().strip()).isEqualTo("Nothing has landed in " + data + " yet: ./smartcity up fills it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "up now | up does not take: now",
                "up --vehicels 5 | up has no option --vehicels; similar: --vehicles, --version",
                "query select 1 | query does not take: 1 (put the SQL in quotes)",
                "up --vehicles many | Invalid value for option '--vehicles': 'many' is not a whole number",
                "up --factor fast | Invalid value for option '--speed-factor': 'fast' is not a number",
                "up --start soon | Invalid value for option '--start': expected a time such as 08:00 (UTC), a date such as 2026-11-01 or an instant such as 2026-11-01T08:00:00Z, got: soon"
            })
    void refusesInWordsForPeople(String command, String sentence) {
        int status = run(command.split(" "));

        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).startsWith(sentence + "\n").doesNotContain("java.", "Exception", "index");
    }

    @Test
    void refusesAStartTogetherWithAPeriod() {
        int status = run("up", "--data", data.toString(), "--from=2026-11-01", "--to=2026-11-02", "--start=08:00");

        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).startsWith("--start cannot be given with --from and --to, which emit a period");
    }

    @Test
    void changesNoSettingOfAFolderWhenItFails() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {

            int status = run("up", "--seed=7", "--data=" + data, "--kafka-port=" + taken.getLocalPort());

            assertThat(status).isEqualTo(1);
            assertThat(err.toString()).contains("is taken by another program");
            assertThat(data.resolve("city.properties")).doesNotExist();
        }
    }
}
