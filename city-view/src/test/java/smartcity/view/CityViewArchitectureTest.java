package smartcity.view;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The feature packages are plain Java; only the shell depends on the framework.
class CityViewArchitectureTest {
    private static final JavaClasses VIEW =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("smartcity.view");

    @Test
    void featuresDependOnNoFramework() {
        noClasses()
                .that()
                .resideInAPackage("smartcity.view.*..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..", "io.smallrye..", "io.vertx..", "jakarta..", "org.eclipse.microprofile..")
                .check(VIEW);
    }

    @Test
    void featuresDoNotDependOnTheShell() {
        noClasses()
                .that()
                .resideInAPackage("smartcity.view.*..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("smartcity.view", "smartcity.emission..")
                .check(VIEW);
    }

    @Test
    void hasNoCyclesBetweenPackages() {
        slices().matching("smartcity.view.(*)..").should().beFreeOfCycles().check(VIEW);
    }
}
