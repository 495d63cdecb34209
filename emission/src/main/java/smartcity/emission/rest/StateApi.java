package smartcity.emission.rest;

import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What the OpenAPI documents of all simulators have in common.
///
/// Title and version are settings of `quarkus.smallrye-openapi`; the annotation requires them, too.
@OpenAPIDefinition(
        info = @Info(title = "Smart City", version = "0"),
        tags = {
            @Tag(name = StateApi.STATE, description = "The latest reports of what this process simulates"),
            @Tag(name = StateApi.CONTROL, description = "Changes that all replicas follow within a second")
        },
        components =
                @Components(
                        responses = {
                            @APIResponse(
                                    name = StateApi.ITEMS,
                                    description = "The selected items",
                                    content = {
                                        @Content(
                                                mediaType = MediaType.APPLICATION_JSON,
                                                schema = @Schema(implementation = ItemPage.class)),
                                        @Content(
                                                mediaType = StateResponses.GEO_JSON,
                                                schema = @Schema(implementation = FeatureCollection.class))
                                    }),
                            @APIResponse(
                                    name = StateApi.ITEM,
                                    description = "Its latest report",
                                    content = {
                                        @Content(
                                                mediaType = MediaType.APPLICATION_JSON,
                                                schema = @Schema(implementation = Object.class)),
                                        @Content(
                                                mediaType = StateResponses.GEO_JSON,
                                                schema = @Schema(implementation = FeatureCollection.Feature.class))
                                    })
                        }))
public final class StateApi {
    /// Tag of requests that read the state.
    public static final String STATE = "State";

    /// Tag of requests that change the city.
    public static final String CONTROL = "Control";

    /// Response with the selected items.
    public static final String ITEMS = "Items";

    /// Response with one item.
    public static final String ITEM = "Item";

    private StateApi() {}
}
