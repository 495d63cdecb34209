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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import smartcity.emission.control.CityCommands;
import smartcity.emission.control.CommandReceipt;
import smartcity.emission.control.IncidentCommandForm;
import smartcity.emission.rest.StateApi;
import smartcity.emission.rest.StateQuery;
import smartcity.emission.rest.StateResponses;
import smartcity.emission.state.LastReports;
import smartcity.event.CityTopic;
import smartcity.event.EmergencyReport;

/// Shows the incidents on the road, and raises and resolves them on command.
@Path("/incidents")
@Produces({MediaType.APPLICATION_JSON, StateResponses.GEO_JSON})
@Tag(name = StateApi.STATE)
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
    @APIResponse(responseCode = "200", ref = StateApi.ITEMS)
    public Response all(@BeanParam StateQuery selection, @Context HttpHeaders request) {
        return state.all(CityTopic.EMERGENCY, selection, request);
    }

    /// One incident.
    @GET
    @Path("/{id}")
    @Operation(summary = "One incident, by its incidentId")
    @APIResponse(responseCode = "200", ref = StateApi.ITEM)
    public Response one(@PathParam("id") String id, @Context HttpHeaders request) {
        return state.one(CityTopic.EMERGENCY, id, request);
    }

    /// Raises an incident; traffic reacts to it as to any other.
    @POST
    @Tag(name = StateApi.CONTROL)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Raises an incident at a kilometre of the road, or at a place within a kilometre of it")
    public RaisedIncident raise(IncidentRequest request) {
        incidentCommands.properties(request);
        CommandReceipt receipt = commands.issue(IncidentCommandForm.RAISE, request.toJson());
        return new RaisedIncident(
                incidentCommands.incidents().incidentOf(receipt.id()), receipt.effectiveAt(), receipt.simulatedAt());
    }

    /// Resolves an incident, spontaneous or raised by a command.
    @DELETE
    @Tag(name = StateApi.CONTROL)
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Resolves an incident that this process reports")
    public CommandReceipt resolve(@PathParam("id") String id) {
        return lastReports
                .last(CityTopic.EMERGENCY, id)
                .map(EmergencyReport.class::cast)
                .map(last -> commands.issue(IncidentCommandForm.RESOLVE, IncidentCommandForm.resolution(last)))
                .orElseThrow(() -> StateResponses.unknown(id));
    }
}
