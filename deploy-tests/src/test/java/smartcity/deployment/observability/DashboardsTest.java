package smartcity.deployment.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.deployment.Tool;
import smartcity.deployment.ToolRun;

class DashboardsTest {
    private static final List<GrafanaDashboard> DASHBOARDS = GrafanaDashboard.all();

    @TempDir
    private Path folder;

    @Test
    void haveIdentitiesThatLinksKeep() {
        assertThat(DASHBOARDS)
                .extracting(dashboard -> dashboard.json().path("uid").asText())
                .containsExactly("smart-city", "smart-city-sink");
    }

    @Test
    void explainEachPanelAndItsUnit() {
        assertThat(DASHBOARDS).allSatisfy(dashboard -> {
            assertThat(dashboard.panels()).isNotEmpty().allSatisfy(panel -> {
                assertThat(panel.path("description").asText()).isNotEmpty();
                assertThat(panel.at("/fieldConfig/defaults/unit").asText()).isNotEmpty();
                assertThat(panel.path("targets")).isNotEmpty();
            });
            assertThat(dashboard.panels())
                    .extracting(panel -> panel.path("id").asInt())
                    .doesNotHaveDuplicates();
        });
    }

    @Test
    void takeThePrometheusThatTheReaderSelects() {
        assertThat(DASHBOARDS).allSatisfy(dashboard -> {
            assertThat(dashboard.json().at("/templating/list/0/name").asText()).isEqualTo("datasource");
            assertThat(dashboard.json().findValuesAsText("uid"))
                    .containsOnly(dashboard.json().path("uid").asText(), "${datasource}");
        });
    }

    @Test
    void areAConfigMapEachThatTheSidecarOfGrafanaLoads() throws Exception {
        ToolRun run = Tool.named("kubectl")
                .run(
                        "kustomize",
                        Tool.REPOSITORY
                                .resolve("deploy/kubernetes/overlays/aws-strimzi")
                                .toString());
        assertThat(run.code()).as(run.errors()).isZero();
        Map<String, String> loaded = new TreeMap<>();

        try (MappingIterator<JsonNode> objects =
                new YAMLMapper().readerFor(JsonNode.class).readValues(run.output())) {
            objects.forEachRemaining(object -> {
                if (object.at("/metadata/labels/grafana_dashboard").asText().equals("1")) {
                    object.path("data")
                            .properties()
                            .forEach(file ->
                                    loaded.put(file.getKey(), file.getValue().asText()));
                }
            });
        }

        Map<String, String> expected = new TreeMap<>();
        for (GrafanaDashboard dashboard : DASHBOARDS) {
            expected.put(dashboard.file(), Files.readString(GrafanaDashboard.FOLDER.resolve(dashboard.file())));
        }
        assertThat(loaded).isEqualTo(expected);
    }

    @Test
    void haveQueriesThatPrometheusParses() throws Exception {
        List<MetricQuery> queries = DASHBOARDS.stream()
                .flatMap(dashboard -> dashboard.queries().stream())
                .toList();

        ToolRun run = parse(queries);

        assertThat(run.code()).as(run.output() + run.errors()).isZero();
    }

    @Test
    void findsAQueryThatPrometheusDoesNotParse() throws Exception {
        ToolRun run = parse(List.of(new MetricQuery("here", "sum by topic (sink_records_total)")));

        assertThat(run.code()).isNotZero();
    }

    /// By rules with these expressions, as promtool parses no queries by themselves.
    private ToolRun parse(List<MetricQuery> queries) throws Exception {
        StringBuilder rules = new StringBuilder("groups:\n  - name: dashboards\n    rules:\n");
        int number = 0;
        for (MetricQuery query : queries) {
            rules.append("      - record: query_%d\n        expr: '%s'\n"
                    .formatted(number++, query.withInterval("1m").text()));
        }
        Path file = Files.writeString(folder.resolve("dashboards.yml"), rules);
        return Tool.named("promtool").run("check", "rules", file.toString());
    }
}
