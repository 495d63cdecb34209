package smartcity.setting;

import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// The names of all settings of config mappings, with `*` for a name of the user's and `[*]` for an element.
///
/// A native executable cannot look up the methods of a mapping. So a class that needs the names keeps them in a static
/// field, which is filled when the executable is built.
public final class SettingNames {
    private SettingNames() {}

    /// Those of the mappings.
    public static Set<String> of(Class<?>... mappings) {
        return Arrays.stream(mappings)
                .flatMap(mapping -> ConfigMappings.getProperties(ConfigClass.configClass(mapping)).keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
