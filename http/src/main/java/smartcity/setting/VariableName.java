package smartcity.setting;

import java.util.Locale;

/// The environment variable of a setting. Source: MicroProfile Config 3.1, "Environment variables mapping rules".
public final class VariableName {
    private VariableName() {}

    /// The variable's name: each character that is neither letter nor digit becomes an underscore.
    public static String of(String setting) {
        return setting.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
