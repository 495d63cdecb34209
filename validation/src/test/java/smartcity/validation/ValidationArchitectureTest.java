package smartcity.validation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The validation is plain Java: it uses the simulators' features and none of their shells.
class ValidationArchitectureTest {
    private static final JavaClasses VALIDATION =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("smartcity.validation");

    @Test
    void dependsOnNoFrameworkNoShellAndNoAwt() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..",
                        "io.smallrye..",
                        "jakarta..",
                        "java.awt..",
                        "smartcity.emission..",
                        "smartcity.vehicle",
                        "smartcity.weather",
                        "smartcity.incident")
                .check(VALIDATION);
    }

    @Test
    void hasNoCyclesBetweenPackages() {
        slices().matching("smartcity.validation.(*)..")
                .should()
                .beFreeOfCycles()
                .check(VALIDATION);
    }
}
