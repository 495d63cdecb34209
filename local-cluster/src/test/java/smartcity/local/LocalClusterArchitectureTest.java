package smartcity.local;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The local cluster is a library: it depends on the city and on no command, benchmark or service.
class LocalClusterArchitectureTest {
    private static final JavaClasses CLUSTER =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("smartcity.local");

    @Test
    void dependsOnTheCityOnly() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("smartcity..", "picocli..", "io.quarkus..")
                        .and(not(resideInAnyPackage(
                                "smartcity.local..",
                                "smartcity.event..",
                                "smartcity.fleet..",
                                "smartcity.identity..",
                                "smartcity.time.."))))
                .check(CLUSTER);
    }

    @Test
    void hasNoCyclesBetweenPackages() {
        slices().matching("smartcity.local.(*)..").should().beFreeOfCycles().check(CLUSTER);
    }
}
