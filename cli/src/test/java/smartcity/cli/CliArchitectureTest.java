package smartcity.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The commands call libraries and start services as processes: no class of a service is in a command.
class CliArchitectureTest {
    private static final JavaClasses CLI =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("smartcity.cli");

    @Test
    void dependsOnLibrariesOnly() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("smartcity..", "io.quarkus..", "io.smallrye..")
                        .and(not(resideInAnyPackage(
                                "smartcity.cli",
                                "smartcity.local..",
                                "smartcity.chaos",
                                "smartcity.audit..",
                                "smartcity.bench",
                                "smartcity.bench.codec",
                                "smartcity.bench.estimate",
                                "smartcity.bench.generate",
                                "smartcity.validation"))))
                .check(CLI);
    }
}
