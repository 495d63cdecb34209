package smartcity.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/// Documents the answers that requests which change something have in common, so that no resource repeats them.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class SharedResponses implements OASFilter {
    private static final Map<String, String> ANSWERS = Map.of(
            "401", "The token is missing or wrong",
            "403", "No token is configured, and the request comes from another machine",
            "409", "A period is being filled",
            "503", "Kafka does not answer");
    private static final String REFUSAL = "#/components/schemas/" + RequestRefusal.class.getSimpleName();

    @Override
    public PathItem filterPathItem(PathItem path) {
        path.getOperations().forEach((method, operation) -> {
            if (ChangeGuard.changes(method.name())) {
                APIResponses responses = operation.getResponses();
                ANSWERS.forEach((code, description) -> responses.addAPIResponse(
                        code, OASFactory.createAPIResponse().description(description)));
                if (operation.getRequestBody() != null) {
                    responses.addAPIResponse("400", refused());
                }
            }
        });
        return path;
    }

    private static APIResponse refused() {
        MediaType json =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref(REFUSAL));
        return OASFactory.createAPIResponse()
                .description("A field breaks its rule")
                .content(OASFactory.createContent().addMediaType("application/json", json));
    }
}
