package smartcity.view;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import smartcity.emission.OwnSettings;
import smartcity.setting.SettingNames;

/// The settings that the view has beside those of all.
class ViewSettings {
    private static final Set<String> NAMES = SettingNames.of(ViewConfig.class);

    @Produces
    @Singleton
    static OwnSettings own() {
        return new OwnSettings(NAMES);
    }
}
