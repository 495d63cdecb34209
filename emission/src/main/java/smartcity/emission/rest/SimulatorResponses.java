package smartcity.emission.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import smartcity.http.ChangeGuard;
import smartcity.http.SharedResponses;

/// Documents the errors that requests of all simulators have in common, so that no resource repeats them.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class SimulatorResponses implements OASFilter {
    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
                    if (ChangeGuard.changes(method.name())) {
                        add(operation, "409", "A backfill runs");
                        add(operation, "503", "Kafka does not answer");
                    }
                    if (path.endsWith("{id}")) {
                        add(operation, "404", "This process reports nothing with this id");
                    }
                }));
    }

    private static void add(Operation operation, String code, String description) {
        operation.getResponses().addAPIResponse(code, SharedResponses.problem(description));
    }
}
