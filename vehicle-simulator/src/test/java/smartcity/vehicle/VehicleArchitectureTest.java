package smartcity.vehicle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The feature packages are plain Java; only the shell depends on the framework.
class VehicleArchitectureTest {
    private static final JavaClasses SIMULATOR =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("smartcity.vehicle");

    @Test
    void featuresDependOnNoFramework() {
        noClasses()
                .that()
                .resideInAPackage("smartcity.vehicle.*..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "io.smallrye..", "jakarta..", "org.eclipse.microprofile..")
                .check(SIMULATOR);
    }

    @Test
    void featuresDoNotDependOnTheShell() {
        noClasses()
                .that()
                .resideInAPackage("smartcity.vehicle.*..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("smartcity.vehicle", "smartcity.emission..")
                .check(SIMULATOR);
    }

    @Test
    void featuresDependOnEachOtherOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("traffic")
                .definedBy("smartcity.vehicle.traffic")
                .layer("motion")
                .definedBy("smartcity.vehicle.motion")
                .layer("gps")
                .definedBy("smartcity.vehicle.gps")
                .layer("fleet")
                .definedBy("smartcity.vehicle.fleet")
                .layer("snapshot")
                .definedBy("smartcity.vehicle.snapshot")
                .layer("camera")
                .definedBy("smartcity.vehicle.camera")
                .whereLayer("motion")
                .mayOnlyAccessLayers("traffic")
                .whereLayer("traffic")
                .mayNotAccessAnyLayer()
                .whereLayer("gps")
                .mayNotAccessAnyLayer()
                .whereLayer("snapshot")
                .mayNotAccessAnyLayer()
                .whereLayer("fleet")
                .mayOnlyAccessLayers("traffic", "motion", "gps")
                .whereLayer("camera")
                .mayOnlyAccessLayers("traffic", "fleet", "snapshot")
                .check(SIMULATOR);
    }

    @Test
    void drawsWithoutAwt() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javax.imageio..")
                .check(SIMULATOR);
    }
}
