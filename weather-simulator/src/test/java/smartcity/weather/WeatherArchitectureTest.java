package smartcity.weather;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The feature packages are plain Java; only the shell depends on the framework.
class WeatherArchitectureTest {
    private static final JavaClasses SIMULATOR =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("smartcity.weather");

    @Test
    void featuresDependOnNoFramework() {
        noClasses()
                .that()
                .resideInAPackage("smartcity.weather.*..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "io.smallrye..", "jakarta..", "org.eclipse.microprofile..")
                .check(SIMULATOR);
    }

    @Test
    void featuresDoNotDependOnTheShell() {
        noClasses()
                .that()
                .resideInAPackage("smartcity.weather.*..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("smartcity.weather", "smartcity.emission..")
                .check(SIMULATOR);
    }

    @Test
    void hasNoCyclesBetweenPackages() {
        slices().matching("smartcity.weather.(*)..").should().beFreeOfCycles().check(SIMULATOR);
    }
}
