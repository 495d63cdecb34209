package smartcity.deployment.observability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import smartcity.deployment.Tool;

/// The metrics that the manual lists: names as Prometheus reads them, with their types.
record MetricTable(Map<String, String> types) {
    private static final Pattern ROW =
            Pattern.compile("^\\| (`\\w+`(?:, `\\w+`)*) \\| (counter|gauge|histogram) \\|", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    static MetricTable ofManual() {
        Map<String, String> types = new TreeMap<>();
        for (String page : List.of("docs/sink.md", "docs/observe.md")) {
            ROW.matcher(text(page))
                    .results()
                    .forEach(row -> NAME.matcher(row.group(1))
                            .results()
                            .forEach(name -> types.put(name.group(1), row.group(2))));
        }
        return new MetricTable(types);
    }

    static String text(String page) {
        try {
            return Files.readString(Tool.REPOSITORY.resolve(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The names under which the meters of the project's own code are registered, without the suffix that their type
    /// adds.
    Set<String> ownMeters() {
        Set<String> meters = new TreeSet<>();
        types.forEach((name, type) -> {
            if (name.matches("(?:sink|smartcity)_.+")) {
                meters.add(type.equals("gauge") ? name : name.replaceFirst("_(?:total|seconds)$", ""));
            }
        });
        return meters;
    }

    /// The series that a query can read.
    Set<String> series() {
        Set<String> series = new TreeSet<>();
        types.forEach((name, type) -> {
            if (type.equals("histogram")) {
                List.of("_bucket", "_count", "_sum", "_max").forEach(part -> series.add(name + part));
            } else {
                series.add(name);
            }
        });
        return series;
    }
}
