package smartcity.vehicle;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import smartcity.emission.control.CityCommands;
import smartcity.emission.control.CommandReceipt;
import smartcity.emission.control.IntervalCommands;
import smartcity.emission.control.IntervalRequest;
import smartcity.emission.rest.StateApi;
import smartcity.emission.rest.StateQuery;
import smartcity.emission.rest.StateResponses;
import smartcity.event.CityTopic;

/// Shows the latest reports of the roadside cameras, and sets their interval.
@Path("/cameras")
@Produces({MediaType.APPLICATION_JSON, StateResponses.GEO_JSON})
@Tag(name = StateApi.STATE)
public class CameraResource {
    /// Name of the stream in commands.
    static final String STREAM = "cameras";

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final StateResponses state;
    private final CityCommands commands;
    private final IntervalCommands intervals;

    CameraResource(StateResponses state, CityCommands commands, IntervalCommands intervals) {
        this.state = state;
        this.commands = commands;
        this.intervals = intervals;
    }

    /// All cameras, or the selected ones.
    @GET
    @Operation(summary = "Cameras, as records of traffic_data without their snapshots, in order of cameraId")
    @APIResponse(responseCode = "200", ref = StateApi.ITEMS)
    public Response all(@BeanParam StateQuery selection, @Context HttpHeaders request) {
        return state.all(CityTopic.TRAFFIC, selection, request);
    }

    /// One camera.
    @GET
    @Path("/{id}")
    @Operation(summary = "One camera with its snapshot, by its cameraId")
    @APIResponse(responseCode = "200", ref = StateApi.ITEM)
    public Response one(@PathParam("id") String id, @Context HttpHeaders request) {
        return state.one(CityTopic.TRAFFIC, id, request);
    }

    /// Sets the interval at which each camera reports.
    @PUT
    @Path("/interval")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Tag(name = StateApi.CONTROL)
    @Operation(summary = "Sets the simulated time between two reports of a camera")
    public CommandReceipt interval(IntervalRequest request) {
        return intervals.issue(commands, STREAM, request, SHORTEST);
    }
}
