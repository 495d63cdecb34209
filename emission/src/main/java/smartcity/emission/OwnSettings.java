package smartcity.emission;

import java.util.Set;

/// The settings of a part of a service; those of all parts together are the service's.
///
/// @param names as [smartcity.setting.SettingNames] gives them, from a static field: an executable cannot look them up
public record OwnSettings(Set<String> names) {
    public OwnSettings {
        names = Set.copyOf(names);
    }
}
