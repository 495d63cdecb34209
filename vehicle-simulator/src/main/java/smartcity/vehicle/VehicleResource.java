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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import smartcity.emission.control.CityCommands;
import smartcity.emission.control.CommandReceipt;
import smartcity.emission.control.IntervalCommands;
import smartcity.emission.rest.FeatureCollection;
import smartcity.emission.rest.ItemPage;
import smartcity.emission.rest.StateQuery;
import smartcity.emission.rest.StateResponses;
import smartcity.event.CityTopic;
import smartcity.http.JsonBody;
import smartcity.http.RequestRefusal;
import smartcity.http.RequestRefusedException;
import smartcity.time.SimulatedTime;
import smartcity.vehicle.fleet.FleetRate;

/// Shows the latest reports of the fleet's vehicles, and sets their interval or rate.
@Path("/vehicles")
@Produces({MediaType.APPLICATION_JSON, StateResponses.GEO_JSON})
@Tag(name = "State", description = "The latest reports of what this process simulates")
public class VehicleResource {
    /// Name of the stream in commands.
    static final String STREAM = "vehicles";

    private static final String RATE = "rate";
    private static final Duration SHORTEST = Duration.ofMillis(100);

    private final StateResponses state;
    private final CityCommands commands;
    private final IntervalCommands intervals;
    private final VehicleSimulator simulator;
    private final SimulatedTime time;

    VehicleResource(
            StateResponses state,
            CityCommands commands,
            IntervalCommands intervals,
            VehicleSimulator simulator,
            SimulatedTime time) {
        this.state = state;
        this.commands = commands;
        this.intervals = intervals;
        this.simulator = simulator;
        this.time = time;
    }

    /// All vehicles, or the selected ones.
    @GET
    @Operation(summary = "Vehicles, as records of vehicle_data, in order of deviceId")
    @APIResponse(
            responseCode = "200",
            description = "The selected vehicles",
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
        return state.all(CityTopic.VEHICLE, selection, request);
    }

    /// One vehicle.
    @GET
    @Path("/{id}")
    @Operation(summary = "One vehicle, by its deviceId")
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
            description = "Unknown here, or without a report so far",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RequestRefusal.class)))
    public Response one(@PathParam("id") String id, @Context HttpHeaders request) {
        return state.one(CityTopic.VEHICLE, id, request);
    }

    /// Sets the interval at which each vehicle reports.
    @PUT
    @Path("/interval")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Tag(name = "Control", description = "Changes that all replicas follow within a second")
    @Operation(summary = "Sets the simulated time between two reports of a vehicle")
    @APIResponse(
            responseCode = "200",
            description = "Accepted; shows when the change takes effect",
            content = @Content(schema = @Schema(implementation = CommandReceipt.class)))
    public CommandReceipt interval(
            @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = IntervalCommands.NewInterval.class)))
                    @Nullable
                    String body) {
        return intervals.give(commands, STREAM, body, SHORTEST);
    }

    /// Sets the rate of the fleet's records, by the interval at which each vehicle reports.
    @PUT
    @Path("/rate")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Tag(name = "Control", description = "Changes that all replicas follow within a second")
    @Operation(
            summary =
                    "Sets the rate of vehicle_data and gps_data records of the whole fleet; the interval of its vehicles follows from the current factor")
    @APIResponse(
            responseCode = "200",
            description = "Accepted; shows when the change takes effect",
            content = @Content(schema = @Schema(implementation = CommandReceipt.class)))
    public CommandReceipt rate(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewRate.class)))
                    @Nullable
                    String body) {
        JsonBody request = JsonBody.read(body);
        double factor = time.factor();
        if (factor == 0) {
            throw new RequestRefusedException(
                    RATE,
                    "must be set while simulated time is running",
                    request.fields().path(RATE));
        }
        int vehicles = simulator.vehicles();
        int rate = request.integer(RATE, FleetRate.least(vehicles, factor), FleetRate.most(vehicles, factor));
        request.end();
        return intervals.give(
                commands, STREAM, new FleetRate(rate, factor).with(vehicles).interval());
    }

    /// The body of `/rate`.
    @Schema(description = "The rate of the fleet's records")
    record NewRate(
            @Schema(required = true, description = "Records of both streams per real second", examples = "2000")
            int rate) {}
}
