package smartcity.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;

class JsonRegistrationTest {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Body(String text) {}

    record Renamed(@JsonProperty("words") String text) {}

    record Part(@JsonProperty("words") String text) {}

    record Listed(Map<String, List<Part[]>> parts) {}

    record Plain(String text) {}

    static class HiddenResource {
        @GET
        Response answer() {
            return Response.ok(new Body("")).build();
        }
    }

    static class OpenResource {
        @GET
        Listed answer() {
            return new Listed(Map.of());
        }

        @PUT
        void take(Body body) {}
    }

    @Schema
    record Described(Listed listed) {}

    @RegisterForReflection
    record Annotated(Listed listed) {}

    private static List<String> unregistered(Class<?>... types) {
        return JsonRegistration.unregistered(new ClassFileImporter().importClasses(types)).stream()
                .map(name -> name.replaceFirst(".*\\$", ""))
                .toList();
    }

    @Test
    void findsABodyThatNoMethodTakesOrReturns() {
        assertThat(unregistered(Body.class, Renamed.class, Plain.class, HiddenResource.class))
                .containsExactly("Body", "Renamed");
    }

    @Test
    void passesWhatMethodsTakeAndReturnWithItsParts() {
        assertThat(unregistered(Body.class, Part.class, Listed.class, OpenResource.class))
                .isEmpty();
    }

    @Test
    void passesWhatHasASchemaWithItsParts() {
        assertThat(unregistered(Part.class, Listed.class, Described.class)).isEmpty();
    }

    /// Quarkus registers an annotated type alone.
    @Test
    void findsTheUnregisteredPartOfAnAnnotatedType() {
        assertThat(unregistered(Plain.class, Listed.class, Annotated.class)).containsExactly("Listed");
    }
}
