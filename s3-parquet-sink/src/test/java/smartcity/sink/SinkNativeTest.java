package smartcity.sink;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMappings;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import smartcity.nativeimage.NativeImageContract;
import smartcity.sink.setup.SettingNames;

class SinkNativeTest implements NativeImageContract {
    private static final String STATIC_FIELDS = "<clinit>";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("smartcity");

    /// An executable cannot look up the methods of a mapping. Static fields are filled when it is built.
    @Test
    void readsTheNamesOfSettingsIntoStaticFieldsOnly() {
        assertThat(CLASSES.stream().flatMap(type -> calls(type, ConfigMappings.class)))
                .isNotEmpty()
                .allMatch(call -> call.getOriginOwner().isEquivalentTo(SettingNames.class));
        assertThat(CLASSES.stream().flatMap(type -> calls(type, SettingNames.class)))
                .isNotEmpty()
                .allMatch(call -> call.getOriginOwner().isEquivalentTo(SettingNames.class)
                        || call.getOrigin().getName().equals(STATIC_FIELDS));
    }

    private static Stream<JavaAccess<?>> calls(JavaClass type, Class<?> called) {
        return type.getAccessesFromSelf().stream()
                .filter(access -> access.getTargetOwner().isEquivalentTo(called));
    }
}
