package smartcity.deployment.observability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// A dashboard of `deploy/observability/grafana/dashboards`.
record GrafanaDashboard(String file, JsonNode json) {
    static final Path FOLDER = AlertRule.FOLDER.resolve("grafana/dashboards");

    static List<GrafanaDashboard> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(GrafanaDashboard::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GrafanaDashboard read(Path file) {
        try {
            return new GrafanaDashboard(file.getFileName().toString(), new ObjectMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read " + file, e);
        }
    }

    /// Its panels with queries, which are all but the titles of rows.
    List<JsonNode> panels() {
        return StreamSupport.stream(json.path("panels").spliterator(), false)
                .filter(panel -> !panel.path("type").asText().equals("row"))
                .toList();
    }

    List<MetricQuery> queries() {
        return panels().stream()
                .flatMap(panel -> StreamSupport.stream(panel.path("targets").spliterator(), false)
                        .map(target -> new MetricQuery(
                                file + ": " + panel.path("title").asText(),
                                target.path("expr").asText())))
                .toList();
    }
}
