package smartcity.nativeimage;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.ReferencedClassObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What of a service's code reads the names of its settings.
final class SettingReaders {
    /// The type that reads them of mappings.
    static final String NAMES = "smartcity.setting.SettingNames";

    private SettingReaders() {}

    /// All uses of a type.
    static List<JavaAccess<?>> callsOf(JavaClasses code, String called) {
        return code.stream().flatMap(type -> callsOf(type, called)).toList();
    }

    private static Stream<JavaAccess<?>> callsOf(JavaClass type, String called) {
        return type.getAccessesFromSelf().stream()
                .filter(access -> access.getTargetOwner().getName().equals(called));
    }

    /// Names of the mappings that a service has.
    static Set<String> mappings(JavaClasses code) {
        return code.stream()
                .filter(type -> type.isAnnotatedWith("io.smallrye.config.ConfigMapping"))
                .map(JavaClass::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Names of the types that those hold as class objects that read names of settings.
    static Set<String> mappingsRead(JavaClasses code) {
        return code.stream()
                .filter(type -> callsOf(type, NAMES).findAny().isPresent())
                .flatMap(type -> type.getReferencedClassObjects().stream())
                .map(ReferencedClassObject::getRawType)
                .map(JavaClass::getName)
                .collect(Collectors.toUnmodifiableSet());
    }
}
