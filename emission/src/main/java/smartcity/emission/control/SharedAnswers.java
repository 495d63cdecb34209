package smartcity.emission.control;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.PathItem;

/// Documents how [Guard] and [UnansweredMapper] may answer each request that changes the city, so that no resource
/// has to say it.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class SharedAnswers implements OASFilter {
    private static final Map<String, String> ANSWERS = Map.of(
            "401", "The token is missing or wrong",
            "403", "No token is configured, and the request comes from another machine",
            "409", "A period is being filled",
            "503", "Kafka does not answer");

    @Override
    public PathItem filterPathItem(PathItem path) {
        path.getOperations().forEach((method, operation) -> {
            if (Guard.changes(method.name())) {
                ANSWERS.forEach((code, description) -> operation
                        .getResponses()
                        .addAPIResponse(code, OASFactory.createAPIResponse().description(description)));
            }
        });
        return path;
    }
}
