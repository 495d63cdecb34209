package smartcity.deployment.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smartcity.deployment.ServiceSettings;
import smartcity.deployment.Tool;

/// The table of variables for Kafka, S3 and proxies names settings that exist, with the values of the components.
class VariableTableTest {
    private static final Pattern TABLE =
            Pattern.compile("^## Kafka, S3 and proxies.*?(?=^## )", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern VARIABLE = Pattern.compile("`([A-Z][A-Z0-9_]+)(?:=([^`]*))?`");

    @Test
    void everyVariableIsASetting() throws IOException {
        List<String> names = VARIABLE.matcher(table())
                .results()
                .map(variable -> variable.group(1))
                .toList();

        List<String> unknown = ServiceSettings.of(ServiceManifest.SINK).unknown(names);

        // The example of the rule, not a row.
        assertThat(unknown).containsExactly("s3-parquet-sink: KAFKA_X_Y is no setting");
        assertThat(names).hasSizeGreaterThan(25);
    }

    @ParameterizedTest
    @CsvSource({"SCRAM, aws-strimzi", "IAM of MSK, aws", "'TLS, private authority', aws-strimzi"})
    void componentsHaveItsValues(String row, String overlay) throws IOException {
        Map<String, String> expected = valuesOf(row);

        Map<String, String> environment = ServiceManifest.of(RenderedOverlay.named(overlay), "weather-simulator")
                .environment();

        // With both, the protocol is that of the one that logs in.
        expected.computeIfPresent(
                "KAFKA_SECURITY_PROTOCOL", (_, protocol) -> protocol.replaceFirst("^SSL$", "SASL_SSL"));
        assertThat(expected).hasSizeGreaterThan(1);
        assertThat(environment).containsAllEntriesOf(expected);
    }

    /// Values that the row of this name sets.
    private static Map<String, String> valuesOf(String row) throws IOException {
        MatchResult found = Pattern.compile("^\\| " + Pattern.quote(row) + " \\|.*", Pattern.MULTILINE)
                .matcher(table())
                .results()
                .findFirst()
                .orElseThrow();
        Map<String, String> values = new TreeMap<>();
        VARIABLE.matcher(found.group())
                .results()
                .filter(variable -> variable.group(2) != null)
                .forEach(variable -> values.put(variable.group(1), variable.group(2)));
        return values;
    }

    private static String table() throws IOException {
        return TABLE.matcher(Files.readString(Tool.REPOSITORY.resolve("docs/kubernetes.md")))
                .results()
                .findFirst()
                .orElseThrow()
                .group();
    }
}
