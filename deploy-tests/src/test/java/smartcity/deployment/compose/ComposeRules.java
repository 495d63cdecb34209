package smartcity.deployment.compose;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import smartcity.deployment.ServiceSettings;

/// What must be true of every container of a compose file, in the form in which compose prints it.
///
/// @param services names of the city's own services
/// @param version of the project
record ComposeRules(Set<String> services, String version) {

    /// What is wrong with the file, one sentence each.
    List<String> violations(JsonNode file) {
        List<String> found = new ArrayList<>();
        for (String service : services) {
            if (!file.path("services").has(service)) {
                found.add(service + " must be a service");
            }
        }
        file.path("services").properties().forEach(entry -> {
            JsonNode container = entry.getValue();
            BiConsumer<Boolean, String> require = (holds, rule) -> {
                if (!holds) {
                    found.add(entry.getKey() + " " + rule);
                }
            };
            requireRestraint(container, require);
            requireImage(entry.getKey(), container, require);
            requireOrder(container, require);
            requireMounts(container, require);
            if (services.contains(entry.getKey())) {
                found.addAll(ServiceSettings.of(entry.getKey()).problems(environment(container)));
            }
        });
        return found;
    }

    private static void requireRestraint(JsonNode container, BiConsumer<Boolean, String> require) {
        require.accept(container.path("read_only").asBoolean(), "must have a read-only root file system");
        require.accept(texts(container.path("cap_drop")).equals(List.of("ALL")), "must drop all capabilities");
        require.accept(
                texts(container.path("security_opt")).contains("no-new-privileges:true"), "must gain no privileges");
        JsonNode limits = container.path("deploy").path("resources").path("limits");
        require.accept(limits.has("memory") && limits.has("cpus"), "must have limits of memory and processors");
        for (JsonNode port : container.path("ports")) {
            require.accept(port.path("host_ip").asText().equals("127.0.0.1"), "must publish on loopback only");
        }
    }

    private void requireImage(String name, JsonNode container, BiConsumer<Boolean, String> require) {
        String image = container.path("image").asText();
        require.accept(
                image.matches("[\\w./-]+:\\w[\\w.-]+") && !image.endsWith(":latest"),
                "must name an exact version but was " + image);
        if (services.contains(name)) {
            require.accept(image.equals("smartcity/" + name + ":" + version), "must run this version but was " + image);
        }
    }

    /// Who runs on is asked for its health, and who comes after it waits for that.
    private static void requireOrder(JsonNode container, BiConsumer<Boolean, String> require) {
        boolean runsOn = container.path("restart").asText().equals("unless-stopped");
        require.accept(runsOn == container.has("healthcheck"), "must have a health check");
        container
                .path("depends_on")
                .forEach(dependency -> require.accept(
                        dependency.path("condition").asText().matches("service_(healthy|completed_successfully)"),
                        "must wait until the other is healthy"));
    }

    private static void requireMounts(JsonNode container, BiConsumer<Boolean, String> require) {
        for (JsonNode mount : container.path("volumes")) {
            if (mount.path("type").asText().equals("bind")) {
                Path source = Path.of(mount.path("source").asText());
                require.accept(Files.exists(source), "must mount what exists but not " + source);
                require.accept(mount.path("read_only").asBoolean(), "must not write to " + source);
            }
        }
    }

    static Map<String, String> environment(JsonNode container) {
        Map<String, String> environment = new HashMap<>();
        container
                .path("environment")
                .properties()
                .forEach(variable ->
                        environment.put(variable.getKey(), variable.getValue().asText()));
        return environment;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
