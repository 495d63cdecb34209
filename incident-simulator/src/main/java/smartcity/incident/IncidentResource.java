package smartcity.incident;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import smartcity.emission.control.CityCommands;
import smartcity.emission.control.CommandReceipt;
import smartcity.emission.rest.FeatureCollection;
import smartcity.emission.rest.ItemPage;
import smartcity.emission.rest.StateQuery;
import smartcity.emission.rest.StateResponses;
import smartcity.emission.state.LastReports;
import smartcity.event.CityTopic;
import smartcity.event.EmergencyReport;
import smartcity.http.JsonBody;
import smartcity.http.RequestRefusal;

/// Tells which incidents there are on the road.
@Path("/incidents")
@Produces({MediaType.APPLICATION_JSON, StateResponses.GEO_JSON})
@Tag(name = "State", description = "What this process simulates, as it was told last")
public class IncidentResource {
    private final StateResponses state;
    private final LastReports told;
    private final CityCommands orders;
    private final IncidentCommands incidents;

    IncidentResource(StateResponses state, LastReports told, CityCommands orders, IncidentCommands incidents) {
        this.state = state;
        this.told = told;
        this.orders = orders;
        this.incidents = incidents;
    }

    /// All of them, or those selected.
    @GET
    @Operation(summary = "Incidents that are not over, as records of emergency_data, in order of incidentId")
    @APIResponse(
            responseCode = "200",
            description = "Those selected",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ItemPage.class)),
                @Content(
                        mediaType = StateResponses.GEO_JSON,
                        schema = @Schema(implementation = FeatureCollection.class))
            })
    @APIResponse(
            responseCode = "400",
            description = "A parameter breaks its rule",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RequestRefusal.class)))
    public Response all(@BeanParam StateQuery selection, @Context HttpHeaders request) {
        return state.all(CityTopic.EMERGENCY, selection, request);
    }

    /// One of them.
    @GET
    @Path("/{id}")
    @Operation(summary = "One incident, by its incidentId")
    @APIResponse(
            responseCode = "200",
            description = "What it told last",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Object.class)),
                @Content(
                        mediaType = StateResponses.GEO_JSON,
                        schema = @Schema(implementation = FeatureCollection.Feature.class))
            })
    @APIResponse(
            responseCode = "404",
            description = "It has told nothing, or is over",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RequestRefusal.class)))
    public Response one(@PathParam("id") String id, @Context HttpHeaders request) {
        return state.one(CityTopic.EMERGENCY, id, request);
    }

    /// Lets an incident begin, which vehicles feel as any other.
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Raises an incident, at a kilometre of the road or near a place on the map")
    @APIResponse(
            responseCode = "200",
            description = "Ordered",
            content = @Content(schema = @Schema(implementation = RaisedIncident.class)))
    public RaisedIncident raise(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = IncidentRequest.class)))
                    @Nullable
                    String body) {
        JsonBody form = JsonBody.read(body);
        incidents.raised(form);
        CommandReceipt given = orders.give(IncidentCommands.RAISE, form.fields());
        return new RaisedIncident(
                incidents.incidents().incidentOf(given.id()), given.effectiveAt(), given.simulatedAt());
    }

    /// Ends an incident, whether it was raised or happened.
    @DELETE
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Resolves an incident that this process reports")
    @APIResponse(
            responseCode = "200",
            description = "Ordered",
            content = @Content(schema = @Schema(implementation = CommandReceipt.class)))
    @APIResponse(
            responseCode = "404",
            description = "It is over, or unknown here",
            content = @Content(schema = @Schema(implementation = RequestRefusal.class)))
    public Response resolve(@PathParam("id") String id, @Context HttpHeaders request) {
        return told.last(CityTopic.EMERGENCY, id)
                .map(EmergencyReport.class::cast)
                .map(last -> orders.give(IncidentCommands.RESOLVE, IncidentCommands.resolution(last)))
                .map(given ->
                        Response.ok(given, MediaType.APPLICATION_JSON_TYPE).build())
                .orElseGet(() -> state.one(CityTopic.EMERGENCY, id, request));
    }
}
