package smartcity.deployment.observability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import smartcity.deployment.Tool;

/// A rule of `deploy/observability/rules`.
///
/// @param runbook page and section
record AlertRule(String name, MetricQuery query, String severity, String summary, String runbook) {
    static final Path FOLDER = Tool.REPOSITORY.resolve("deploy/observability");
    static final Path RULES = FOLDER.resolve("rules");

    static List<AlertRule> all() {
        List<AlertRule> rules = new ArrayList<>();
        for (Path file : files(RULES)) {
            for (JsonNode group : read(file).path("groups")) {
                group.path("rules").forEach(rule -> rules.add(of(file, rule)));
            }
        }
        return rules;
    }

    /// The YAML files of a folder, in the order of their names.
    static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode read(Path yaml) {
        try {
            return new YAMLMapper().readTree(yaml.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read " + yaml, e);
        }
    }

    private static AlertRule of(Path file, JsonNode rule) {
        String name = rule.path("alert").asText();
        JsonNode notes = rule.path("annotations");
        return new AlertRule(
                name,
                new MetricQuery(
                        file.getFileName() + ": " + name, rule.path("expr").asText()),
                rule.path("labels").path("severity").asText(),
                notes.path("summary").asText(),
                notes.path("runbook").asText());
    }
}
