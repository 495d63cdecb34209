package smartcity.chaos;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The fault harness is a library over the local cluster and the audit; the sink is a process to it.
class ChaosArchitectureTest {
    private static final JavaClasses CHAOS =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("smartcity.chaos");

    @Test
    void dependsOnTheLocalClusterAndTheAuditOnly() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("smartcity..", "picocli..", "io.quarkus..")
                        .and(not(resideInAnyPackage(
                                "smartcity.chaos..",
                                "smartcity.local.child",
                                "smartcity.local.infra",
                                "smartcity.audit.."))))
                .check(CHAOS);
    }
}
