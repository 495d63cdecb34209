package smartcity.deployment.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import smartcity.deployment.Tool;
import smartcity.deployment.ToolRun;

class ScrapeConfigTest {
    private static final Path CONFIG = AlertRule.FOLDER.resolve("prometheus.yml");

    @Test
    void isTakenByPrometheusWithAllRules() throws Exception {
        ToolRun run = Tool.named("promtool").run("check", "config", CONFIG.toString());

        assertThat(run.code()).as(run.errors()).isZero();
        assertThat(run.output()).contains(AlertRule.files(AlertRule.RULES).size() + " rule files found");
    }

    @Test
    void readsEachServiceAtItsPort() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        for (String service : List.of(
                "vehicle-simulator", "weather-simulator", "incident-simulator", "s3-parquet-sink", "city-view")) {
            expected.put(service, service + ":" + portOf(service));
        }

        Map<String, String> read = new TreeMap<>();
        for (JsonNode group : AlertRule.read(CONFIG).at("/scrape_configs/0/static_configs")) {
            read.put(
                    group.at("/labels/app_kubernetes_io_name").asText(),
                    group.at("/targets/0").asText());
        }

        assertThat(read).isEqualTo(expected);
    }

    private static String portOf(String service) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(
                Tool.REPOSITORY.resolve(service + "/src/main/resources/application.properties"))) {
            properties.load(reader);
        }
        return properties.getProperty("quarkus.http.port");
    }
}
