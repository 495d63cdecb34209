package smartcity.emission;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Faults are plain Java; only the shell knows the framework.
class EmissionArchitectureTest {
    private final JavaClasses emission =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("smartcity.emission");

    @Test
    void faultsKnowNeitherFrameworkNorShell() {
        noClasses()
                .that()
                .resideInAPackage("smartcity.emission.fault")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..",
                        "io.smallrye..",
                        "jakarta..",
                        "org.eclipse.microprofile..",
                        "org.apache.kafka..",
                        "smartcity.emission")
                .check(emission);
    }
}
