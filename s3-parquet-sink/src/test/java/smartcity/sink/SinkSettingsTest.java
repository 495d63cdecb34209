package smartcity.sink;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import org.junit.jupiter.api.Test;
import smartcity.sink.setup.SettingNames;

/// The mappings whose variables the sink knows are all that it has.
class SinkSettingsTest {
    @Test
    void knowsTheVariablesOfEveryMapping() {
        Class<?>[] mappings = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("smartcity.sink")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                        .map(JavaClass::reflect)
                        .toArray(Class<?>[]::new);

        assertThat(SinkSetup.SETTINGS).hasSizeGreaterThan(50).isEqualTo(SettingNames.of(mappings));
    }
}
