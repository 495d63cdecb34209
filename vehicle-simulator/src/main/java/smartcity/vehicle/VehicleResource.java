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

/// Tells where the vehicles of the fleet are and how they drive.
@Path("/vehicles")
@Produces({MediaType.APPLICATION_JSON, StateResponses.GEO_JSON})
@Tag(name = "State", description = "What this process simulates, as it was told last")
public class VehicleResource {
    /// What orders call the stream.
    static final String STREAM = "vehicles";

    private static final String RATE = "rate";
    private static final Duration SHORTEST = Duration.ofMillis(100);

    private final StateResponses state;
    private final CityCommands orders;
    private final IntervalCommands intervals;
    private final VehicleSimulator simulator;
    private final SimulatedTime time;

    VehicleResource(
            StateResponses state,
            CityCommands orders,
            IntervalCommands intervals,
            VehicleSimulator simulator,
            SimulatedTime time) {
        this.state = state;
        this.orders = orders;
        this.intervals = intervals;
        this.simulator = simulator;
        this.time = time;
    }

    /// All of them, or those selected.
    @GET
    @Operation(summary = "Vehicles, as records of vehicle_data, in order of deviceId")
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
        return state.all(CityTopic.VEHICLE, selection, request);
    }

    /// One of them.
    @GET
    @Path("/{id}")
    @Operation(summary = "One vehicle, by its deviceId")
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
        return state.one(CityTopic.VEHICLE, id, request);
    }

    /// Sets how often each of them reports.
    @PUT
    @Path("/interval")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Tag(name = "Control", description = "Changes that all replicas follow within a second")
    @Operation(summary = "Sets the simulated time between two reports of a vehicle")
    @APIResponse(
            responseCode = "200",
            description = "Ordered",
            content = @Content(schema = @Schema(implementation = CommandReceipt.class)))
    public CommandReceipt interval(
            @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = IntervalCommands.NewInterval.class)))
                    @Nullable
                    String body) {
        return intervals.give(orders, STREAM, body, SHORTEST);
    }

    /// Sets how many records the fleet tells, by how often each vehicle reports.
    @PUT
    @Path("/rate")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Tag(name = "Control", description = "Changes that all replicas follow within a second")
    @Operation(
            summary =
                    "Sets the interval at which the whole fleet tells so many records of vehicle_data and gps_data in a real second, at the factor of now")
    @APIResponse(
            responseCode = "200",
            description = "Ordered",
            content = @Content(schema = @Schema(implementation = CommandReceipt.class)))
    public CommandReceipt rate(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewRate.class)))
                    @Nullable
                    String body) {
        JsonBody form = JsonBody.read(body);
        double factor = time.factor();
        if (factor == 0) {
            throw new RequestRefusedException(
                    RATE,
                    "must be set while simulated time goes on",
                    form.fields().path(RATE));
        }
        int vehicles = simulator.vehicles();
        int rate = form.integer(RATE, FleetRate.least(vehicles, factor), FleetRate.most(vehicles, factor));
        form.end();
        return intervals.give(
                orders, STREAM, new FleetRate(rate, factor).with(vehicles).interval());
    }

    /// The body of `/rate`.
    @Schema(description = "How much the fleet tells")
    record NewRate(
            @Schema(required = true, description = "Records of both streams in a real second", examples = "2000")
            int rate) {}
}
