package smartcity.emission.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import smartcity.http.ChangeGuard;
import smartcity.http.SharedResponses;

/// Documents the answers that requests of all simulators have in common, so that no resource repeats them.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class SimulatorResponses implements OASFilter {
    private static final Map<String, String> TAGS = Map.of(
            StateApi.STATE, "The latest reports of what this process simulates",
            StateApi.CONTROL, "Changes that all replicas follow within a second");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((method, operation) -> describe(path, method.name(), operation)));
        Components components = document.getComponents();
        components.addResponse(
                StateApi.ITEMS, response("The selected items", reference("ItemPage"), reference("FeatureCollection")));
        components.addResponse(
                StateApi.ITEM,
                response(
                        "Its latest report",
                        OASFactory.createSchema().addType(SchemaType.OBJECT),
                        reference("Feature")));
        document.setTags(TAGS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(tag -> OASFactory.createTag().name(tag.getKey()).description(tag.getValue()))
                .toList());
    }

    private static void describe(String path, String method, Operation operation) {
        APIResponse success = operation.getResponses().getAPIResponse("200");
        if (ChangeGuard.changes(method)) {
            success.setDescription("Accepted; the receipt has the instant from which the change is in effect");
            add(operation, "409", "A backfill runs");
            add(operation, "503", "Kafka does not answer");
        } else if (success.getRef() != null) {
            success.setDescription(null); // that of the shared response applies
        }
        if (path.endsWith("{id}")) {
            add(operation, "404", "This process reports nothing with this id");
        }
    }

    private static void add(Operation operation, String code, String description) {
        operation.getResponses().addAPIResponse(code, SharedResponses.problem(description));
    }

    private static APIResponse response(String description, Schema json, Schema geoJson) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType("application/json", mediaType(json))
                        .addMediaType(StateResponses.GEO_JSON, mediaType(geoJson)));
    }

    private static MediaType mediaType(Schema schema) {
        return OASFactory.createMediaType().schema(schema);
    }

    private static Schema reference(String schema) {
        return OASFactory.createSchema().ref("#/components/schemas/" + schema);
    }
}
