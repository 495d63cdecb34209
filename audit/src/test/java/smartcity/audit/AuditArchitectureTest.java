package smartcity.audit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The audit shares no code with the sink whose objects it checks.
class AuditArchitectureTest {
    private static final JavaClasses AUDIT =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("smartcity.audit");

    @Test
    void dependsNeitherOnTheSinkNorOnItsLibraries() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("smartcity.sink..", "org.apache.parquet..", "io.quarkus..")
                .check(AUDIT);
    }

    @Test
    void hasNoCyclesBetweenPackages() {
        slices().matching("smartcity.audit.(*)..").should().beFreeOfCycles().check(AUDIT);
    }
}
