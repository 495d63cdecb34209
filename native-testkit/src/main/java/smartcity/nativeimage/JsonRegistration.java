package smartcity.nativeimage;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The types of this project that Jackson writes and reads by their members, which an executable has only of types that
/// the build of Quarkus registers.
///
/// Those are: what a method for requests takes or returns, and what has a schema for OpenAPI, both with all that they
/// consist of; and what is annotated for it, alone.
final class JsonRegistration {
    private static final String REQUEST_METHOD = "jakarta.ws.rs.HttpMethod";
    private static final String SCHEMA = "org.eclipse.microprofile.openapi.annotations.media.Schema";
    private static final String REGISTRATION = "io.quarkus.runtime.annotations.RegisterForReflection";
    private static final String JACKSON = "com.fasterxml.jackson.";
    private static final String PROJECT = "smartcity.";

    private final Set<JavaClass> registered = new HashSet<>();

    private JsonRegistration() {}

    /// Names of the types with an annotation of Jackson, and of parts of registered types, of which an executable would
    /// write `{}` and that it could not read.
    static List<String> unregistered(JavaClasses classes) {
        JsonRegistration types = new JsonRegistration();
        classes.forEach(types::registerByUse);
        List<JavaClass> alone = classes.stream()
                .filter(type -> type.isAnnotatedWith(REGISTRATION))
                .toList();
        types.registered.addAll(alone);
        return Stream.concat(
                        classes.stream().filter(JsonRegistration::isForJackson),
                        alone.stream().flatMap(JsonRegistration::parts))
                .filter(type -> !types.registered.contains(type))
                .map(JavaClass::getName)
                .distinct()
                .sorted()
                .toList();
    }

    private void registerByUse(JavaClass type) {
        if (type.isAnnotatedWith(SCHEMA)) {
            registerWithParts(type);
        }
        type.getMethods().stream()
                .filter(method -> method.isMetaAnnotatedWith(REQUEST_METHOD))
                .flatMap(JsonRegistration::signature)
                .forEach(this::registerWithParts);
    }

    private void registerWithParts(JavaClass type) {
        if (registered.add(type)) {
            parts(type).forEach(this::registerWithParts);
        }
    }

    private static Stream<JavaClass> signature(JavaCodeUnit method) {
        return Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
                .flatMap(JsonRegistration::ofThisProject);
    }

    private static Stream<JavaClass> parts(JavaClass type) {
        return type.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .flatMap(field -> ofThisProject(field.getType()));
    }

    private static Stream<JavaClass> ofThisProject(JavaType type) {
        return type.getAllInvolvedRawTypes().stream()
                .map(JavaClass::getBaseComponentType)
                .filter(involved -> involved.getName().startsWith(PROJECT));
    }

    private static boolean isForJackson(JavaClass type) {
        return Stream.concat(Stream.of(type), type.getMembers().stream())
                .anyMatch(JsonRegistration::hasAnnotationOfJackson);
    }

    private static boolean hasAnnotationOfJackson(HasAnnotations<?> element) {
        return element.getAnnotations().stream()
                .anyMatch(annotation -> annotation.getRawType().getName().startsWith(JACKSON));
    }
}
