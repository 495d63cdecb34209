package smartcity.weather;

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

/// Shows the latest observations of the weather stations, and sets their interval.
@Path("/stations")
@Produces({MediaType.APPLICATION_JSON, StateResponses.GEO_JSON})
@Tag(name = StateApi.STATE)
public class StationResource {
    /// Name of the stream in commands.
    static final String STREAM = "stations";

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final StateResponses state;
    private final CityCommands commands;
    private final IntervalCommands intervals;

    StationResource(StateResponses state, CityCommands commands, IntervalCommands intervals) {
        this.state = state;
        this.commands = commands;
        this.intervals = intervals;
    }

    /// All stations, or the selected ones.
    @GET
    @Operation(summary = "Stations, as records of weather_data, in order of deviceId")
    @APIResponse(responseCode = "200", ref = StateApi.ITEMS)
    public Response all(@BeanParam StateQuery selection, @Context HttpHeaders request) {
        return state.all(CityTopic.WEATHER, selection, request);
    }

    /// One station.
    @GET
    @Path("/{id}")
    @Operation(summary = "One station, by its deviceId")
    @APIResponse(responseCode = "200", ref = StateApi.ITEM)
    public Response one(@PathParam("id") String id, @Context HttpHeaders request) {
        return state.one(CityTopic.WEATHER, id, request);
    }

    /// Sets the interval at which each station reports.
    @PUT
    @Path("/interval")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Tag(name = StateApi.CONTROL)
    @Operation(summary = "Sets the simulated time between two reports of a station")
    public CommandReceipt interval(IntervalRequest request) {
        return intervals.issue(commands, STREAM, request, SHORTEST);
    }
}
