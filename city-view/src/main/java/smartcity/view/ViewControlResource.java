package smartcity.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import smartcity.emission.control.CityCommands;
import smartcity.emission.control.CommandReceipt;
import smartcity.emission.control.FaultCommands;
import smartcity.emission.control.FaultRequest;
import smartcity.emission.control.IncidentCommandForm;
import smartcity.emission.control.WeatherCommandForm;
import smartcity.emission.control.WeatherRequest;
import smartcity.http.ProblemDocument;
import smartcity.http.RequestRefusedException;
import smartcity.road.Road;
import smartcity.view.state.IncidentBoard;
import smartcity.view.state.IncidentBoard.RoadIncident;

/// Acts on the city: each change is a command in the topic that all simulators read.
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Control", description = "Changes that the whole city follows within a second")
public class ViewControlResource {
    private static final Set<String> SINK_CHANGES = Set.of("flush", "pause", "resume");

    private final CityCommands commands;
    private final CommandUndo undo;
    private final IncidentBoard incidents;
    private final Road road;
    private final SinkLink sink;

    ViewControlResource(CityCommands commands, CommandUndo undo, IncidentBoard incidents, Road road, SinkLink sink) {
        this.commands = commands;
        this.undo = undo;
        this.incidents = incidents;
        this.road = road;
        this.sink = sink;
    }

    /// Raises an incident.
    @POST
    @Path("incidents")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Raises an incident at a kilometre of the road")
    public CommandReceipt raise(RaiseRequest request) {
        return commands.issue(IncidentCommandForm.RAISE, request.command(road));
    }

    /// Resolves an incident.
    @DELETE
    @Path("incidents/{id}")
    @Operation(summary = "Resolves an incident")
    public CommandReceipt resolve(@PathParam("id") String id) {
        RoadIncident incident = uuid(id).flatMap(incidents::incident)
                .filter(RoadIncident::isActive)
                .orElseThrow(() -> ProblemDocument.of(404, "No incident " + id + " is active")
                        .asException());
        return commands.issue(IncidentCommandForm.RESOLVE, IncidentCommandForm.resolution(incident.last()));
    }

    /// Sets the weather.
    @POST
    @Path("weather")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sets the weather on a part of the road")
    public CommandReceipt setWeather(WeatherRequest request) {
        request.requireOnRoad(road);
        return commands.issue(WeatherCommandForm.SET, request.toJson());
    }

    /// Sets the faults of a simulator.
    @PUT
    @Path("faults/{service}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sets all faults of a simulator; a kind that is absent has rate 0")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = FaultRequest.class)))
    public CommandReceipt setFaults(@PathParam("service") String service, ObjectNode faults) {
        if (!SimulatorProgress.SIMULATORS.contains(service)) {
            throw new RequestRefusedException(
                    "service",
                    "must be one of "
                            + SimulatorProgress.SIMULATORS.stream().sorted().toList(),
                    service);
        }
        FaultRequest.of(faults.deepCopy());
        return commands.issue(FaultCommands.KIND, faults.deepCopy().put("service", service));
    }

    /// Undoes a command.
    @DELETE
    @Path("commands/{id}")
    @Operation(summary = "Undoes a command: resolves the incident, ends the weather, or ends the faults that it set")
    public CommandReceipt undo(@PathParam("id") String id) {
        return uuid(id).flatMap(undo::of)
                .map(command -> commands.issue(command.kind(), command.body()))
                .orElseThrow(() -> ProblemDocument.of(404, "Command " + id + " left nothing that can be undone")
                        .asException());
    }

    /// Has all sinks do something.
    @POST
    @Path("lake/{change}")
    @Operation(summary = "Flushes all sinks, pauses their reading, or resumes it: flush, pause, resume")
    public Response change(
            @PathParam("change") String change,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        if (!SINK_CHANGES.contains(change)) {
            throw ProblemDocument.of(404, "The lake takes flush, pause and resume")
                    .asException();
        }
        return sink.change("/sink/" + change, Optional.ofNullable(authorization));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
