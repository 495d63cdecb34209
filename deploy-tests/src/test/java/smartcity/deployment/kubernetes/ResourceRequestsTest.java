package smartcity.deployment.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubernetes.client.custom.Quantity;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import smartcity.deployment.Tool;

/// What containers request is not below what was measured of them, by the table of the page of sizes.
class ResourceRequestsTest {
    private static final Pattern ROW =
            Pattern.compile("^\\| (`[^|]+) \\| ([\\d.]+) MB \\| ([\\d.]+) \\| ", Pattern.MULTILINE);

    /// The table of start-up and memory on the page that says how to run the services.
    private static final Pattern STARTED =
            Pattern.compile("^\\| (`[\\w-]+`) \\| [\\d.]+ s \\| (\\d+) MB \\|", Pattern.MULTILINE);

    private static final Map<String, MeasuredUse> TABLE = new TreeMap<>();

    /// What a container took at its highest.
    record MeasuredUse(BigDecimal bytes, BigDecimal cores) {}

    @BeforeAll
    static void readTheTable() throws IOException {
        ROW.matcher(page("sizing.md"))
                .results()
                .forEach(row -> TABLE.put(
                        row.group(1),
                        new MeasuredUse(new BigDecimal(row.group(2)).movePointRight(6), new BigDecimal(row.group(3)))));
    }

    private static String page(String name) throws IOException {
        return Files.readString(Tool.REPOSITORY.resolve("docs").resolve(name));
    }

    /// The row of a container: its workload, its own name unless it is the service itself, and the form of its image.
    private static String row(ManifestObject workload, JsonNode container) {
        String name = container.path("name").asText();
        String row = "`" + workload.name() + "`"
                + (Set.of("service", workload.name()).contains(name) ? "" : ", `" + name + "`");
        String ofExecutable = row + ", native";
        return container.path("image").asText().endsWith("-native") && TABLE.containsKey(ofExecutable)
                ? ofExecutable
                : row;
    }

    @ParameterizedTest
    @MethodSource("smartcity.deployment.kubernetes.RenderedOverlay#all")
    void areNotBelowWhatWasMeasured(RenderedOverlay overlay) {
        List<String> problems = new ArrayList<>();
        for (ManifestObject workload : overlay.objects()) {
            for (JsonNode container : workload.containers()) {
                String row = row(workload, container);
                MeasuredUse measured = TABLE.get(row);
                if (measured == null) {
                    problems.add(row + " must be in the table");
                    continue;
                }
                JsonNode requests = container.at("/resources/requests");
                if (quantity(requests.path("memory")).compareTo(measured.bytes()) <= 0) {
                    problems.add(row + " requests " + requests + " but took " + measured.bytes() + " bytes");
                }
                if (quantity(requests.path("cpu")).compareTo(measured.cores()) < 0) {
                    problems.add(row + " requests " + requests + " but took " + measured.cores() + " cores");
                }
            }
        }

        assertThat(problems).isEmpty();
    }

    private static BigDecimal quantity(JsonNode value) {
        return Quantity.fromString(value.asText()).getNumber();
    }

    @Test
    void areThoseOfContainersThatThereAre() {
        Set<String> rows = new TreeSet<>();
        RenderedOverlay.all()
                .flatMap(overlay -> overlay.objects().stream())
                .forEach(workload -> workload.containers().forEach(container -> rows.add(row(workload, container))));

        assertThat(TABLE.keySet()).isEqualTo(rows);
    }

    @Test
    void haveNoSmallerFigureThanOtherPages() throws IOException {
        Map<String, BigDecimal> started = new TreeMap<>();
        STARTED.matcher(page("run.md"))
                .results()
                .forEach(row -> started.put(row.group(1), new BigDecimal(row.group(2)).movePointRight(6)));
        JsonNode drain = ManifestObject.value(page("benchmarks/memory.json")).at("/drains/0/peakRssBytes");

        assertThat(started.keySet())
                .containsExactlyInAnyOrder(
                        "`vehicle-simulator`",
                        "`weather-simulator`",
                        "`incident-simulator`",
                        "`s3-parquet-sink`",
                        "`city-view`");
        assertThat(started)
                .allSatisfy((service, bytes) -> assertThat(measured(service)).isGreaterThanOrEqualTo(bytes));
        assertThat(measured("`s3-parquet-sink`")).isGreaterThanOrEqualTo(drain.decimalValue());
    }

    private static BigDecimal measured(String row) {
        return Objects.requireNonNull(TABLE.get(row), row).bytes();
    }
}
