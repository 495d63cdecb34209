package smartcity.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The launcher's commands know its features, never the other way round.
class LocalClusterArchitectureTest {
    private final JavaClasses launcher =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("smartcity.local");

    @Test
    void keepsTheCommandLineOutOfTheFeatures() {
        noClasses()
                .that()
                .resideInAPackage("smartcity.local.*")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..", "smartcity.local")
                .check(launcher);
    }

    @Test
    void hasNoCyclesBetweenPackages() {
        slices().matching("smartcity.local.(*)..").should().beFreeOfCycles().check(launcher);
    }
}
