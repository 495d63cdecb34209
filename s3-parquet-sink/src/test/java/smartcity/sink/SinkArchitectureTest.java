package smartcity.sink;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class SinkArchitectureTest {
    private static final String[] FEATURES = {
        "smartcity.sink.schema..",
        "smartcity.sink.jsonschema..",
        "smartcity.sink.record..",
        "smartcity.sink.row..",
        "smartcity.sink.json..",
        "smartcity.sink.file..",
        "smartcity.sink.parquet..",
        "smartcity.sink.batch..",
        "smartcity.sink.topic..",
        "smartcity.sink.cut..",
        "smartcity.sink.identity..",
        "smartcity.sink.store..",
        "smartcity.sink.kafka..",
        "smartcity.sink.loop..",
        "smartcity.sink.tracing.."
    };

    /// The packages that configure and run the sink; only they use the framework.
    private static final String[] SHELL = {
        "smartcity.sink", "smartcity.sink.setup", "smartcity.sink.operations", "smartcity.sink.dryrun"
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("smartcity.sink");

    @Test
    void featuresArePlainJava() {
        noClasses()
                .that()
                .resideInAnyPackage(FEATURES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "io.smallrye..", "jakarta..", "org.eclipse.microprofile..")
                .check(CLASSES);
    }

    @Test
    void onlyTheStoreAndTheShellUseTheSdkOfS3() {
        noClasses()
                .that()
                .resideOutsideOfPackages(SHELL)
                .and()
                .resideOutsideOfPackage("smartcity.sink.store")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon.awssdk..")
                .check(CLASSES);
    }

    @Test
    void onlyParquetUsesTheLibrariesOfItsFormat() {
        noClasses()
                .that()
                .resideOutsideOfPackage("smartcity.sink.parquet")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.parquet..", "org.apache.hadoop..", "com.github.luben..", "org.xerial..")
                .check(CLASSES);
    }

    @Test
    void theLoopDoesNotDependOnParquet() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "smartcity.sink.batch",
                        "smartcity.sink.kafka",
                        "smartcity.sink.loop",
                        "smartcity.sink.topic",
                        "smartcity.sink.cut",
                        "smartcity.sink.file")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("smartcity.sink.parquet")
                .check(CLASSES);
    }

    /// The metadata of a cut and the status are JSON whatever the format of values is.
    @Test
    void onlyConvertersCutsMarkersAndTheShellUseALibraryOfJson() {
        noClasses()
                .that()
                .resideOutsideOfPackages(SHELL)
                .and()
                .resideOutsideOfPackages(
                        "smartcity.sink.json",
                        "smartcity.sink.jsonschema",
                        "smartcity.sink.cut",
                        "smartcity.sink.identity")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson..")
                .check(CLASSES);
    }

    @Test
    void onlyTheShellDependsOnAFormatOfValues() {
        noClasses()
                .that()
                .resideOutsideOfPackages(SHELL)
                .and()
                .resideOutsideOfPackages("smartcity.sink.json", "smartcity.sink.jsonschema")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("smartcity.sink.json", "smartcity.sink.jsonschema")
                .check(CLASSES);
    }

    @Test
    void featuresDoNotDependOnTheShell() {
        noClasses()
                .that()
                .resideInAnyPackage(FEATURES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SHELL)
                .check(CLASSES);
    }

    @Test
    void setupDoesNotDependOnTheRestOfTheShell() {
        noClasses()
                .that()
                .resideInAPackage("smartcity.sink.setup")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("smartcity.sink", "smartcity.sink.operations", "smartcity.sink.dryrun")
                .check(CLASSES);
    }

    @Test
    void operationsAndDryRunDependOnSetupOnly() {
        noClasses()
                .that()
                .resideInAPackage("smartcity.sink.operations")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("smartcity.sink", "smartcity.sink.dryrun")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("smartcity.sink.dryrun")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("smartcity.sink", "smartcity.sink.operations")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("smartcity.(sink.*)").should().beFreeOfCycles().check(CLASSES);
        slices().matching("smartcity.(**)").should().beFreeOfCycles().check(CLASSES);
    }
}
