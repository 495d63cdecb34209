package smartcity.deployment;

import java.util.Locale;
import java.util.regex.Pattern;

/// The environment variables that stand for a setting. Source: MicroProfile Config 3.1, "Environment Variables Mapping
/// Rules".
final class VariablePattern {
    /// A key of a map, as SmallRye and as Quarkus write it.
    private static final Pattern KEY = Pattern.compile("\\*|\"[^\"]+\"");

    private VariablePattern() {}

    /// @param setting its name, with `*` or a quoted word for each key of a map
    static Pattern of(String setting) {
        StringBuilder pattern = new StringBuilder();
        String name = setting.replace("[*]", "");
        for (String part : KEY.split(name, -1)) {
            if (!pattern.isEmpty()) {
                pattern.append("[A-Z0-9_]+");
            }
            pattern.append(part.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT));
        }
        return Pattern.compile(pattern.toString());
    }
}
