package smartcity.emission;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The shell, which is the root package, and the resources use frameworks; everything else is plain Java, and Kafka's
/// clients and Jackson are used only where records are made and read.
class EmissionArchitectureTest {
    private static final String SHELL = "smartcity.emission";
    private static final String REST = "smartcity.emission.rest..";
    private static final String KAFKA = "smartcity.emission.kafka..";
    private static final String CONTROL = "smartcity.emission.control..";
    private static final String FAULT = "smartcity.emission.fault..";

    private static final JavaClasses EMISSION =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("smartcity.emission");

    @Test
    void onlyShellAndResourcesUseFrameworks() {
        noClasses()
                .that()
                .resideOutsideOfPackages(SHELL, REST)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "io.quarkus..",
                                "io.smallrye..",
                                "io.micrometer..",
                                "io.vertx..",
                                "jakarta..",
                                "org.eclipse.microprofile..")
                        // describes the commands in the OpenAPI document, and does nothing else
                        .and(resideInAPackage("org.eclipse.microprofile.openapi.annotations..")
                                .negate()))
                .check(EMISSION);
    }

    @Test
    void onlyControlDescribesItselfInTheOpenApiDocument() {
        noClasses()
                .that()
                .resideOutsideOfPackages(SHELL, REST, CONTROL)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.microprofile.openapi..")
                .check(EMISSION);
    }

    @Test
    void onlyShellAndKafkaPackagesUseKafka() {
        noClasses()
                .that()
                .resideOutsideOfPackages(SHELL, KAFKA)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka..")
                .check(EMISSION);
    }

    /// Commands are JSON; corruption edits JSON; the headers of CloudEvents name the schema, which is JSON.
    @Test
    void onlyWhatReadsOrWritesJsonUsesJackson() {
        classes()
                .that()
                .resideOutsideOfPackages(REST, CONTROL, FAULT)
                .and()
                .doNotHaveSimpleName("CloudEventHeaders")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackage("com.fasterxml.jackson..")
                .check(EMISSION);
    }

    @Test
    void nothingButResourcesDependsOnTheShell() {
        noClasses()
                .that()
                .resideOutsideOfPackages(SHELL, REST)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(SHELL)
                .check(EMISSION);
    }

    @Test
    void hasNoCyclesBetweenPackages() {
        slices().matching("smartcity.emission.(**)").should().beFreeOfCycles().check(EMISSION);
        noClasses()
                .that()
                .resideInAPackage(SHELL)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(REST)
                .check(EMISSION);
    }
}
