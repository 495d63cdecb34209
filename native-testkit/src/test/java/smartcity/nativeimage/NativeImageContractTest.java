package smartcity.nativeimage;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.foreign.Arena;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Type;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The rule on code finds each kind that it forbids.
class NativeImageContractTest {
    static class ByName {
        Class<?> find() throws ClassNotFoundException {
            return Class.forName("smartcity.event.CityTopic");
        }
    }

    static class ByConstructor {
        Object make() throws ReflectiveOperationException {
            return String.class.getDeclaredConstructor().newInstance();
        }
    }

    static class ByLookup {
        Object find() throws ReflectiveOperationException {
            return MethodHandles.lookup().findStaticGetter(System.class, "out", System.out.getClass());
        }
    }

    static class ByService {
        Object find() {
            return ServiceLoader.load(Runnable.class);
        }
    }

    static class Foreign {
        Object open() {
            return Arena.global();
        }
    }

    static class Drawing {
        Object colour() {
            return new java.awt.Color(0);
        }
    }

    static class Plain {
        boolean isText(Type declared) {
            return declared == String.class && declared.getTypeName().isEmpty();
        }
    }

    private static boolean breaksTheRule(Class<?> type) {
        JavaClasses imported = new ClassFileImporter().importClasses(type);
        return noClasses()
                .should()
                .dependOnClassesThat(NativeImageContract.UNSUPPORTED)
                .orShould()
                .callMethodWhere(NativeImageContract.REFLECTION)
                .evaluate(imported)
                .hasViolation();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {ByName.class, ByConstructor.class, ByLookup.class, ByService.class, Foreign.class, Drawing.class
            })
    void findsWhatNeedsMetadata(Class<?> type) {
        assertThat(breaksTheRule(type)).isTrue();
    }

    @Test
    void passesCodeThatIsGivenAType() {
        assertThat(breaksTheRule(Plain.class)).isFalse();
    }
}
