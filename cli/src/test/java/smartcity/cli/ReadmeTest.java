package smartcity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The tables of settings say what the code says, and the first page shows what there is to see.
class ReadmeTest {
    private static final Path ROOT = Path.of("..");

    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"(.*?)\"\\)");
    private static final Pattern NESTED =
            Pattern.compile("^    interface (\\w+) \\{(.*?)^    }", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern PROPERTY =
            Pattern.compile("(?:@WithDefault\\(\"(.*?)\"\\)\\s+)?(?:public )?([A-Za-z][\\w<>]*) (\\w+)\\(\\);");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\w+:(.*)}");
    private static final Pattern ROW =
            Pattern.compile("^\\| `([a-z0-9-]+\\.[a-z0-9.<>-]+)` \\| (?:`(.*?)`|none) \\|", Pattern.MULTILINE);

    @Test
    void listsEverySettingWithItsDefault() throws IOException {
        Map<String, String> inCode = new TreeMap<>();
        for (Path source : configurations()) {
            inCode.putAll(settings(Files.readString(source)));
        }

        Map<String, String> inTables = new TreeMap<>();
        for (String page : List.of("docs/settings.md")) {
            ROW.matcher(Files.readString(ROOT.resolve(page)))
                    .results()
                    .forEach(row -> inTables.put(row.group(1), orNone(row.group(2))));
        }

        assertThat(inCode).hasSizeGreaterThan(20);
        assertThat(inTables).isEqualTo(inCode);
    }

    @Test
    void showsTheRoadAndTheLakeFirst() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));

        assertThat(readme.substring(0, readme.indexOf("\n## ")))
                .contains("](docs/images/view-road.png)", "](docs/images/view-lake.png)");
    }

    private static List<Path> configurations() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().matches(".*/src/main/java/.*Config\\.java"))
                    .toList();
        }
    }

    /// The sink takes its topics by the variables of all services, so their rows stand for both.
    private static Map<String, String> settings(String source) {
        Matcher mapping = PREFIX.matcher(source);
        if (!mapping.find() || mapping.group(1).equals("sink.city")) {
            return Map.of();
        }
        Map<String, String> nested = new HashMap<>();
        NESTED.matcher(source).results().forEach(type -> nested.put(type.group(1), type.group(2)));
        Map<String, String> settings = new TreeMap<>();
        collect(mapping.group(1), NESTED.matcher(source).replaceAll(""), nested, settings);
        return settings;
    }

    private static void collect(String prefix, String body, Map<String, String> nested, Map<String, String> settings) {
        for (MatchResult property : properties(body)) {
            boolean byName = property.group(2).matches("\\w+>");
            String name = prefix + "." + kebab(property.group(3)) + (byName ? ".<name>" : "");
            String inner = nested.get(property.group(2).replaceFirst("^(\\w+)>$", "$1"));
            if (inner == null) {
                settings.put(name, orNone(property.group(1)));
            } else {
                collect(name, inner, nested, settings);
            }
        }
    }

    private static List<MatchResult> properties(String body) {
        return new ArrayList<>(PROPERTY.matcher(body).results().toList());
    }

    private static String orNone(@Nullable String value) {
        return value == null ? "none" : VARIABLE.matcher(value).replaceAll("$1");
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
