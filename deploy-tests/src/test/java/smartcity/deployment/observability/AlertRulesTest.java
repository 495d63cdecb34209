package smartcity.deployment.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.deployment.Tool;
import smartcity.deployment.ToolRun;

class AlertRulesTest {
    private static final Path TESTS = Tool.REPOSITORY.resolve("deploy-tests/src/test/resources/alerts");
    private static final String RUNBOOK = "docs/alerts.md";
    private static final Pattern SECTION =
            Pattern.compile("^## (\\w+)\n(.*?)(?=^## |\\z)", Pattern.MULTILINE | Pattern.DOTALL);

    @TempDir
    private Path copy;

    @Test
    void fireAndStayQuietAsTheirTestsSay() throws Exception {
        copyRules();

        ToolRun run = testCopy();

        assertThat(run.code()).as(run.output() + run.errors()).isZero();
    }

    @Test
    void areEachTestedFiringAndQuiet() {
        List<String> firing = new ArrayList<>();
        List<String> quiet = new ArrayList<>();

        for (Path file : AlertRule.files(TESTS)) {
            for (JsonNode test : AlertRule.read(file).path("tests")) {
                for (JsonNode alert : test.path("alert_rule_test")) {
                    (alert.path("exp_alerts").isEmpty() ? quiet : firing)
                            .add(alert.path("alertname").asText());
                }
            }
        }

        List<String> names = AlertRule.all().stream().map(AlertRule::name).toList();
        assertThat(names).doesNotHaveDuplicates();
        assertThat(firing).containsExactlyInAnyOrderElementsOf(names);
        assertThat(quiet).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void theirTestsFindAThresholdThatIsWrong() throws Exception {
        copyRules();
        Path city = copy.resolve("rules/city.yml");
        String rules = Files.readString(city);
        Files.writeString(city, rules.replace("(smartcity_behind_seconds) > 10", "(smartcity_behind_seconds) > 12"));

        ToolRun run = testCopy();

        assertThat(Files.readString(city)).isNotEqualTo(rules);
        assertThat(run.code()).isNotZero();
        assertThat(run.errors() + run.output()).contains("alertname: SimulatorBehind");
    }

    @Test
    void haveASectionOfTheRunbookEach() {
        List<AlertRule> rules = AlertRule.all();

        List<String> sections = SECTION.matcher(MetricTable.text(RUNBOOK))
                .results()
                .map(section -> section.group(1))
                .toList();

        assertThat(sections)
                .containsExactlyInAnyOrderElementsOf(
                        rules.stream().map(AlertRule::name).toList());
        assertThat(rules)
                .allSatisfy(rule -> assertThat(rule.runbook())
                        .isEqualTo(RUNBOOK + "#" + rule.name().toLowerCase(Locale.ROOT)));
    }

    @Test
    void areExplainedByMeaningPlaceAndAction() {
        assertThat(SECTION.matcher(MetricTable.text(RUNBOOK)).results())
                .allSatisfy(section -> assertThat(section.group(2))
                        .as(section.group(1))
                        .contains("**Meaning.** ", "**Where to look.** ", "**What to do.** "));
    }

    @Test
    void areThoseOfKubernetesToo() {
        List<JsonNode> groups = new ArrayList<>();
        AlertRule.files(AlertRule.RULES)
                .forEach(file -> AlertRule.read(file).path("groups").forEach(groups::add));

        Path manifest = Tool.REPOSITORY.resolve("deploy/kubernetes/components/monitoring/rules.yaml");

        assertThat(AlertRule.read(manifest).at("/spec/groups")).containsExactlyElementsOf(groups);
    }

    @Test
    void sayHowBadItIsAndWhere() {
        assertThat(AlertRule.all()).allSatisfy(rule -> {
            assertThat(rule.severity()).isIn("warning", "critical");
            assertThat(rule.summary()).as(rule.name()).contains("{{ $labels.");
        });
    }

    /// Into `rules`, where the tests look for them.
    private void copyRules() throws IOException {
        Path rules = Files.createDirectories(copy.resolve("rules"));
        for (Path file : AlertRule.files(AlertRule.RULES)) {
            Files.copy(file, rules.resolve(file.getFileName()));
        }
    }

    private ToolRun testCopy() throws Exception {
        List<String> arguments = new ArrayList<>(List.of("test", "rules"));
        for (Path file : AlertRule.files(TESTS)) {
            arguments.add(Files.copy(file, copy.resolve(file.getFileName())).toString());
        }
        return Tool.named("promtool").run(arguments.toArray(String[]::new));
    }
}
