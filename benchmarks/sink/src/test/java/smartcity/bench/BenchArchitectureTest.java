package smartcity.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The benchmark's commands know its features, never the other way round; and who measures does not know who is
/// measured.
class BenchArchitectureTest {
    private static final JavaClasses BENCH =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("smartcity.bench");

    @Test
    void keepsTheCommandLineOutOfTheFeatures() {
        noClasses()
                .that()
                .resideInAPackage("smartcity.bench.*")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..", "smartcity.bench")
                .check(BENCH);
    }

    @Test
    void measuresEveryContenderAlike() {
        noClasses()
                .that()
                .resideInAnyPackage("smartcity.bench.drain", "smartcity.bench.report")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("smartcity.bench.peer")
                .check(BENCH);
    }

    @Test
    void hasNoCyclesBetweenPackages() {
        slices().matching("smartcity.bench.(*)..").should().beFreeOfCycles().check(BENCH);
    }
}
