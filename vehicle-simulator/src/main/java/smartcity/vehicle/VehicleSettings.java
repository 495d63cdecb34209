package smartcity.vehicle;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import smartcity.emission.OwnSettings;
import smartcity.setting.SettingNames;

/// The settings that this simulator has beside those of all.
class VehicleSettings {
    private static final Set<String> NAMES = SettingNames.of(VehicleConfig.class, CameraConfig.class);

    @Produces
    @Singleton
    static OwnSettings own() {
        return new OwnSettings(NAMES);
    }
}
