package smartcity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import smartcity.local.infra.InfraSettings;
import smartcity.local.infra.LoopbackPort;

class AuditCommandTest {
    @TempDir
    private Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int audit(String... options) {
        CommandLine commandLine = SmartCityCli.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        List<String> arguments = new ArrayList<>(List.of("audit", "--data", data.toString()));
        arguments.addAll(List.of(options));
        return commandLine.execute(arguments.toArray(String[]::new));
    }

    private void land(long first, long last) throws IOException, SQLException {
        Path hour = Files.createDirectories(InfraSettings.lake(data).resolve("gps_data/date=2026-11-23/hour=08"));
        String footer = "'smartcity.topic': 'gps_data', 'smartcity.partition': '2', 'smartcity.offset.first': '" + first
                + "', 'smartcity.offset.last': '" + last + "', 'smartcity.schema': 'urn:test'";
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT 2::INTEGER AS kafka_partition, o AS kafka_offset FROM range(" + first + ", "
                    + (last + 1) + ") AS r(o)) TO '" + hour + "/gps_data-2-" + first + "-" + last
                    + ".parquet' (FORMAT parquet, KV_METADATA {" + footer + "})");
        }
    }

    @Test
    void endsWithZeroWhenTheLakeIsSound() throws IOException, SQLException {
        land(0, 99);
        land(100, 149);

        int status = audit();

        assertThat(err.toString()).isEmpty();
        assertThat(status).isZero();
        assertThat(out.toString())
                .containsPattern("gps_data +1 +2 +150 +0 +0 +[\\d,]+ +0 – 150 +0")
                .contains("Note: Kafka was not read")
                .contains("Clean: ");
    }

    @Test
    void endsWithOneAndNamesWhatIsWrong() throws IOException, SQLException {
        land(0, 99);
        land(110, 149);

        int status = audit();

        assertThat(status).isEqualTo(1);
        assertThat(out.toString()).contains("GAP gps_data-2 offsets 100-109: no object has these offsets");
    }

    @Test
    void printsJsonForMachines() throws IOException, SQLException {
        land(0, 99);

        int status = audit("--json", "--topic", "gps_data,other");

        assertThat(status).isZero();
        assertThat(out.toString()).startsWith("{").contains("\"clean\" : true", "\"rows\" : 100");
    }

    @Test
    void endsWithTwoWhenThereIsNoLake() {
        int status = audit();

        assertThat(status).isEqualTo(2);
        assertThat(err.toString().strip()).isEqualTo("Nothing has landed in " + data + " yet: ./smartcity up fills it");
    }

    @Test
    void endsWithTwoWhenTheBucketDoesNotAnswer() {
        String endpoint = "http://127.0.0.1:" + LoopbackPort.anyFree();

        int status = audit("--bucket", "lake", "--endpoint", endpoint, "--path-style", "--prefix", "a/");

        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).startsWith("Failed to list s3://lake/a/data/: ");
    }

    @Test
    void endsWithTwoWhenKafkaIsNeededAndNotNamed() throws IOException, SQLException {
        land(0, 99);

        int status = audit("--against-kafka");

        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).contains("--bootstrap-servers");
    }

    @Test
    void endsWithTwoWhenAnOptionIsNotUnderstood() {
        int status = audit("--prefix", "/a");

        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).contains("prefix must be empty or a path like lake/ but was /a");
    }

    @Test
    void explainsItsOptionsAndExitStatus() {
        int status = audit("--help");

        assertThat(status).isZero();
        assertThat(out.toString())
                .contains("--bucket", "--endpoint", "--against-kafka", "--json", "--group", "0 clean, 1 something");
    }
}
