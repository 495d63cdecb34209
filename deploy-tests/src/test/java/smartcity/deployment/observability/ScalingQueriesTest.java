package smartcity.deployment.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.deployment.Tool;
import smartcity.deployment.ToolRun;

/// What KEDA asks Prometheus, to find how many vehicle simulators the load needs.
class ScalingQueriesTest {
    private static final Path FILE =
            Tool.REPOSITORY.resolve("deploy/kubernetes/components/keda/vehicle-simulator.yaml");

    @TempDir
    private Path folder;

    @Test
    void readTheRateOfAllPodsAndTheDelayOfTheSlowest() throws Exception {
        ToolRun run = test("12");

        assertThat(run.code()).as(run.output() + run.errors()).isZero();
    }

    @Test
    void areTestedByAnswersThatCanBeWrong() throws Exception {
        ToolRun run = test("2");

        assertThat(run.code()).isNotZero();
    }

    @Test
    void readMetricsThatExist() {
        assertThat(triggers())
                .allSatisfy(trigger -> assertThat(MetricTable.ofManual().series())
                        .containsAll(query(trigger).metrics()));
    }

    /// Pods are planned with 60 % of what was measured, as everything in that page.
    @Test
    void giveEachPodItsShareOfWhatWasMeasured() {
        Matcher measured = Pattern.compile("vehicle simulator, live, JVM \\| ([\\d,]+) records/s")
                .matcher(MetricTable.text("docs/sizing.md"));
        assertThat(measured.find()).isTrue();

        long threshold = threshold("rate");

        assertThat(threshold * 100).isEqualTo(Long.parseLong(measured.group(1).replace(",", "")) * 60);
    }

    @Test
    void addAPodWhenTheAlertWouldFire() {
        assertThat(AlertRule.all())
                .filteredOn(rule -> rule.name().equals("SimulatorBehind"))
                .singleElement()
                .satisfies(rule -> assertThat(rule.query().text()).endsWith(" > " + threshold("behind")));
    }

    /// By rules with these expressions, evaluated for given series.
    private ToolRun test(String behind) throws Exception {
        StringBuilder rules = new StringBuilder("groups:\n  - name: scaling\n    rules:\n");
        for (JsonNode trigger : triggers()) {
            rules.append("      - record: %s\n        expr: '%s'\n"
                    .formatted(trigger.path("name").asText(), query(trigger).text()));
        }
        Files.writeString(folder.resolve("rules.yml"), rules);
        String vehicles = "namespace=\"smart-city\", app_kubernetes_io_name=\"vehicle-simulator\"";
        String ofAnother = vehicles.replace("smart-city", "other-city");
        String weather = vehicles.replace("vehicle", "weather");
        Path file = Files.writeString(folder.resolve("test.yml"), """
            rule_files: [rules.yml]
            evaluation_interval: 15s
            tests:
              - interval: 15s
                input_series:
                  - series: 'smartcity_records_total{%1$s, instance="0", topic="vehicle_data"}'
                    values: '0+300000x40'
                  - series: 'smartcity_records_total{%1$s, instance="0", topic="gps_data"}'
                    values: '0+300000x40'
                  - series: 'smartcity_records_total{%1$s, instance="1", topic="vehicle_data"}'
                    values: '0+150000x40'
                  - series: 'smartcity_records_total{%2$s, instance="2", topic="vehicle_data"}'
                    values: '0+900000x40'
                  - series: 'smartcity_records_total{%3$s, instance="3", topic="weather_data"}'
                    values: '0+900000x40'
                  - series: 'smartcity_behind_seconds{%1$s, instance="0"}'
                    values: '2x40'
                  - series: 'smartcity_behind_seconds{%1$s, instance="1"}'
                    values: '12x40'
                  - series: 'smartcity_behind_seconds{%2$s, instance="2"}'
                    values: '90x40'
                  - series: 'smartcity_behind_seconds{%3$s, instance="3"}'
                    values: '90x40'
                promql_expr_test:
                  - {expr: rate, eval_time: 5m, exp_samples: [{labels: rate, value: 50000}]}
                  - {expr: behind, eval_time: 5m, exp_samples: [{labels: behind, value: %4$s}]}
            """.formatted(vehicles, ofAnother, weather, behind));
        return Tool.named("promtool").run("test", "rules", file.toString());
    }

    private static MetricQuery query(JsonNode trigger) {
        return new MetricQuery(
                trigger.path("name").asText(), trigger.at("/metadata/query").asText());
    }

    private static long threshold(String trigger) {
        return triggers().stream()
                .filter(found -> found.path("name").asText().equals(trigger))
                .mapToLong(found -> found.at("/metadata/threshold").asLong())
                .sum();
    }

    private static List<JsonNode> triggers() {
        List<JsonNode> triggers =
                AlertRule.read(FILE).at("/spec/triggers").valueStream().toList();
        assertThat(triggers)
                .extracting(trigger -> trigger.path("type").asText())
                .containsOnly("prometheus");
        return triggers;
    }
}
