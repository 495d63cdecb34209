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

/// Shows the incidents on the road, and raises and resolves them on command.
@Path("/incidents")
@Produces({MediaType.APPLICATION_JSON, StateResponses.GEO_JSON})
@Tag(name = "State", description = "The latest reports of what this process simulates")
public class IncidentResource {
    private final StateResponses state;
    private final LastReports lastReports;
    private final CityCommands commands;
    private final IncidentCommands incidentCommands;

    IncidentResource(
            StateResponses state, LastReports lastReports, CityCommands commands, IncidentCommands incidentCommands) {
        this.state = state;
        this.lastReports = lastReports;
        this.commands = commands;
        this.incidentCommands = incidentCommands;
    }

    /// All incidents, or the selected ones.
    @GET
    @Operation(summary = "Active incidents, as records of emergency_data, in order of incidentId")
    @APIResponse(
            responseCode = "200",
            description = "The selected incidents",
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

    /// One incident.
    @GET
    @Path("/{id}")
    @Operation(summary = "One incident, by its incidentId")
    @APIResponse(
            responseCode = "200",
            description = "Its latest report",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Object.class)),
                @Content(
                        mediaType = StateResponses.GEO_JSON,
                        schema = @Schema(implementation = FeatureCollection.Feature.class))
            })
    @APIResponse(
            responseCode = "404",
            description = "It is over, or unknown here",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RequestRefusal.class)))
    public Response one(@PathParam("id") String id, @Context HttpHeaders request) {
        return state.one(CityTopic.EMERGENCY, id, request);
    }

    /// Raises an incident; traffic reacts to it as to any other.
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Raises an incident at a kilometre of the road, or at a place within a kilometre of it")
    @APIResponse(
            responseCode = "200",
            description = "Accepted; shows when the incident begins",
            content = @Content(schema = @Schema(implementation = RaisedIncident.class)))
    public RaisedIncident raise(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = IncidentRequest.class)))
                    @Nullable
                    String body) {
        JsonBody request = JsonBody.read(body);
        incidentCommands.readRaise(request);
        CommandReceipt receipt = commands.give(IncidentCommands.RAISE, request.fields());
        return new RaisedIncident(
                incidentCommands.incidents().incidentOf(receipt.id()), receipt.effectiveAt(), receipt.simulatedAt());
    }

    /// Resolves an incident, spontaneous or raised by a command.
    @DELETE
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Resolves an incident that this process reports")
    @APIResponse(
            responseCode = "200",
            description = "Accepted; shows when the incident ends",
            content = @Content(schema = @Schema(implementation = CommandReceipt.class)))
    @APIResponse(
            responseCode = "404",
            description = "It is over, or unknown here",
            content = @Content(schema = @Schema(implementation = RequestRefusal.class)))
    public Response resolve(@PathParam("id") String id, @Context HttpHeaders request) {
        return lastReports
                .last(CityTopic.EMERGENCY, id)
                .map(EmergencyReport.class::cast)
                .map(last -> commands.give(IncidentCommands.RESOLVE, IncidentCommands.resolution(last)))
                .map(receipt ->
                        Response.ok(receipt, MediaType.APPLICATION_JSON_TYPE).build())
                .orElseGet(() -> state.one(CityTopic.EMERGENCY, id, request));
    }
}
