package smartcity.deployment.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.deployment.ProjectVersion;
import smartcity.deployment.Tool;
import smartcity.deployment.ToolRun;

class ComposeFileTest {
    private static final String FILE = "deploy/compose/compose.yaml";

    private static ComposeRules rules;
    private static ObjectNode file;

    @TempDir
    private Path folder;

    @BeforeAll
    static void readTheFile() throws Exception {
        rules = new ComposeRules(services(), ProjectVersion.read());
        ToolRun run = compose("-f", FILE, "--profile", "observe", "config", "--format", "json");
        assertThat(run.errors()).isEmpty();
        file = (ObjectNode) new ObjectMapper().readTree(run.output());
    }

    private static ToolRun compose(String... arguments) throws IOException, InterruptedException {
        return Tool.named("docker-compose").run(arguments);
    }

    /// The modules with an image.
    private static Set<String> services() throws IOException {
        try (Stream<Path> modules = Files.list(Tool.REPOSITORY)) {
            return modules.filter(module -> Files.exists(properties(module)))
                    .map(module -> module.getFileName().toString())
                    .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
        }
    }

    private static Path properties(Path module) {
        return module.resolve("src/main/resources/application.properties");
    }

    @Test
    void isAValidFileWithoutAndWithTheProfile() throws Exception {
        assertThat(compose("-f", FILE, "config", "-q").code()).isZero();
        assertThat(compose("-f", FILE, "--profile", "observe", "config", "-q").code())
                .isZero();
    }

    @Test
    void keepsEveryContainerInItsLimits() {
        assertThat(rules.violations(file)).isEmpty();
    }

    @Test
    void publishesEveryServiceAtItsOwnPort() throws Exception {
        for (String service : rules.services()) {
            Properties settings = new Properties();
            settings.load(Files.newBufferedReader(properties(Tool.REPOSITORY.resolve(service))));
            String port = settings.getProperty("quarkus.http.port");
            JsonNode container = file.path("services").path(service);

            assertThat(container.path("ports"))
                    .as(service)
                    .extracting(published -> published.path("published").asText() + ":"
                            + published.path("target").asText())
                    .containsExactly(port + ":" + port);
            assertThat(ComposeRules.environment(container)).as(service).containsEntry("QUARKUS_HTTP_PORT", port);
        }
    }

    /// The name of the sink then resolves to each of them, and the page asks it by that name.
    @Test
    void severalSinksTakeNoPortOfEachOther() throws Exception {
        ToolRun run = compose("-f", FILE, "-f", "deploy/compose/sinks.yaml", "config", "--format", "json");
        assertThat(run.errors()).isEmpty();
        JsonNode several = new ObjectMapper().readTree(run.output());

        JsonNode sink = several.at("/services/s3-parquet-sink");
        assertThat(sink.at("/deploy/replicas").asInt()).isEqualTo(2);
        assertThat(sink.at("/deploy/resources")).isEqualTo(file.at("/services/s3-parquet-sink/deploy/resources"));
        assertThat(sink.path("ports")).hasSize(1);
        assertThat(sink.at("/ports/0").has("published")).isFalse();
        assertThat(rules.violations(several)).isEmpty();
        assertThat(ComposeRules.environment(several.at("/services/city-view")))
                .containsEntry("VIEW_SINK", "http://s3-parquet-sink:8084");
    }

    /// The page runs in another container than what it changes.
    @Test
    void givesEveryServiceTheTokenOfChanges() {
        assertThat(rules.services())
                .allSatisfy(service -> assertThat(
                                ComposeRules.environment(file.path("services").path(service)))
                        .containsKey("CONTROL_TOKEN"));
    }

    /// The sink may have another image, such as that with an AOT cache.
    @Test
    void runsTheSinkInAnotherVersionIfThatIsAsked() throws Exception {
        Path settings = Files.writeString(folder.resolve("env"), "CITY_VERSION=1\nSINK_VERSION=1-aot\n");

        ToolRun run = compose("--env-file", settings.toString(), "-f", FILE, "config", "--images");

        assertThat(run.output().lines()).contains("smartcity/s3-parquet-sink:1-aot", "smartcity/vehicle-simulator:1");
    }

    @Test
    void refusesAFileWithAMisspeltKey() throws Exception {
        Path misspelt = folder.resolve("compose.yaml");
        Files.writeString(
                misspelt,
                Files.readString(Tool.REPOSITORY.resolve(FILE)).replace("stop_grace_period:", "stop_grace_time:"));

        ToolRun run = compose("-f", misspelt.toString(), "config", "-q");

        assertThat(run.code()).isNotZero();
        assertThat(run.errors()).contains("stop_grace_time");
    }

    @Test
    void refusesWhatBreaksARule() {
        ObjectNode broken = file.deepCopy();
        ObjectNode sink = (ObjectNode) broken.path("services").path("s3-parquet-sink");
        sink.put("read_only", false);
        sink.put("image", "smartcity/s3-parquet-sink:latest");
        sink.remove(java.util.List.of("cap_drop", "healthcheck", "deploy"));
        ((ObjectNode) sink.path("environment")).put("SINK_BUKET", "lake").put("SINK_ROLLOVER_MAX_AGE", "soon");
        ((ObjectNode) sink.path("ports").get(0)).put("host_ip", "0.0.0.0");
        ((ObjectNode) sink.path("depends_on").path("kafka")).put("condition", "service_started");
        ((ObjectNode) broken.path("services")).remove("weather-simulator");

        assertThat(rules.violations(broken))
                .contains(
                        "weather-simulator must be a service",
                        "s3-parquet-sink must have a read-only root file system",
                        "s3-parquet-sink must drop all capabilities",
                        "s3-parquet-sink must have limits of memory and processors",
                        "s3-parquet-sink must publish on loopback only",
                        "s3-parquet-sink must have a health check",
                        "s3-parquet-sink must wait until the other is healthy",
                        "s3-parquet-sink must name an exact version but was smartcity/s3-parquet-sink:latest",
                        "s3-parquet-sink: SINK_BUKET is no setting")
                .anyMatch(violation -> violation.contains("sink.rollover.max-age"));
    }
}
