package smartcity.nativeimage;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import smartcity.event.CityTopic;

/// What a service must keep so that it builds and runs as a native executable, as far as no compiler is needed to find
/// out. A service's test implements it.
public interface NativeImageContract {
    /// All code of this project that the service has.
    JavaClasses CODE = new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("smartcity");

    /// What needs libraries of the JDK, or metadata of its own, in an executable. A declared type is no
    /// reflection: readers of REST bodies are given one.
    DescribedPredicate<JavaClass> UNSUPPORTED = resideInAnyPackage(
                    "java.awt..", "javax.imageio..", "java.lang.foreign..", "java.lang.reflect..")
            .and(DescribedPredicate.not(equivalentTo(Type.class)))
            .as("are of AWT, image I/O, foreign memory or reflection");

    /// Calls that find classes and members by their names, which native-image cannot follow.
    DescribedPredicate<JavaCall<?>> REFLECTION = DescribedPredicate.or(
                    target(owner(nameMatching("java\\.lang\\.Class")))
                            .and(
                                    target(
                                            nameMatching(
                                                    "forName|newInstance|get(Declared)?(Method|Field|Constructor|Class)(e?s)?|getRecordComponents"))),
                    target(owner(nameMatching("java\\.lang\\.ClassLoader"))).and(target(nameMatching("loadClass"))),
                    target(owner(nameMatching("java\\.util\\.ServiceLoader"))),
                    target(owner(nameMatching("java\\.lang\\.invoke\\.MethodHandles\\$Lookup"))))
            .as("reflection");

    @Test
    default void metadataNamesOnlyWhatIsThereAndIsNeeded() {
        NativeMetadata metadata = NativeMetadata.ofThisProcess();

        assertThat(metadata.metadata()).isNotEmpty();
        assertThat(metadata.problems()).isEmpty();
    }

    @Test
    default void schemasAndLibrariesAreInTheExecutable() {
        List<String> needed = new ArrayList<>(
                Stream.of(CityTopic.values()).map(CityTopic::schemaResource).toList());
        needed.addAll(NativeLibraries.ofThisProcess());

        assertThat(NativeMetadata.ofThisProcess().missing(needed)).isEmpty();
    }

    /// Netty and Brotli come in by different ways, so their versions need not fit.
    @Test
    default void nettyCallsTheBrotliThatIsThere() {
        assertThat(UnresolvedCalls.in(
                        ClassPathFiles.ofThisProcess(),
                        "io/netty/handler/codec/compression/",
                        "com/aayushatharva/brotli4j/"))
                .isEmpty();
    }

    /// A type that Jackson cannot look up becomes `{}` in an executable, and only there.
    @Test
    default void typesOfJsonAreRegistered() {
        assertThat(JsonRegistration.unregistered(CODE)).isEmpty();
    }

    /// An executable cannot look up the methods of a mapping. Static fields are filled when it is built.
    @Test
    default void namesOfSettingsAreReadIntoStaticFieldsOnly() {
        assertThat(SettingReaders.callsOf(CODE, "io.smallrye.config.ConfigMappings"))
                .isNotEmpty()
                .allMatch(call -> call.getOriginOwner().getName().equals(SettingReaders.NAMES));
        assertThat(SettingReaders.callsOf(CODE, SettingReaders.NAMES))
                .isNotEmpty()
                .allMatch(call -> call.getOriginOwner().getName().equals(SettingReaders.NAMES)
                        || call.getOrigin().getName().equals("<clinit>"));
    }

    /// Otherwise a misspelt variable of the mapping would be ignored.
    @Test
    default void namesOfSettingsAreReadOfEveryMapping() {
        assertThat(SettingReaders.mappings(CODE)).isNotEmpty().isSubsetOf(SettingReaders.mappingsRead(CODE));
    }

    @Test
    default void codeNeedsNoMetadata() {
        noClasses()
                .that()
                // on the class path of tests and in no service
                .resideOutsideOfPackages("smartcity.nativeimage..", "smartcity.emission.testkit..", "smartcity.audit..")
                .should()
                .dependOnClassesThat(UNSUPPORTED)
                .orShould()
                .callMethodWhere(REFLECTION)
                .check(CODE);
    }
}
