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
import smartcity.fleet.FleetLimits;
import smartcity.http.RequestRefusedException;
import smartcity.http.ValueRules;
import smartcity.time.SimulatedTime;
import smartcity.vehicle.fleet.FleetRate;

/// Shows the latest reports of the fleet's vehicles, and sets their interval or rate.
@Path("/vehicles")
@Produces({MediaType.APPLICATION_JSON, StateResponses.GEO_JSON})
@Tag(name = StateApi.STATE)
public class VehicleResource {
    /// Name of the stream in commands.
    static final String STREAM = "vehicles";

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
    @APIResponse(responseCode = "200", ref = StateApi.ITEMS)
    public Response all(@BeanParam StateQuery selection, @Context HttpHeaders request) {
        return state.all(CityTopic.VEHICLE, selection, request);
    }

    /// One vehicle.
    @GET
    @Path("/{id}")
    @Operation(summary = "One vehicle, by its deviceId")
    @APIResponse(responseCode = "200", ref = StateApi.ITEM)
    public Response one(@PathParam("id") String id, @Context HttpHeaders request) {
        return state.one(CityTopic.VEHICLE, id, request);
    }

    /// Sets the interval at which each vehicle reports.
    @PUT
    @Path("/interval")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Tag(name = StateApi.CONTROL)
    @Operation(summary = "Sets the simulated time between two reports of a vehicle")
    public CommandReceipt interval(IntervalRequest request) {
        return intervals.issue(commands, STREAM, request, FleetLimits.SHORTEST_INTERVAL);
    }

    /// Sets the rate of the fleet's records, by the interval at which each vehicle reports.
    @PUT
    @Path("/rate")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Tag(name = StateApi.CONTROL)
    @Operation(
            summary =
                    "Sets the rate of vehicle_data and gps_data records of the whole fleet; the interval of its vehicles follows from the current factor")
    public CommandReceipt rate(RateRequest request) {
        double factor = time.factor();
        if (factor == 0) {
            throw new RequestRefusedException(
                    RateRequest.RATE, "must be set while simulated time is running", request.rate());
        }
        int vehicles = simulator.vehicles();
        int rate = ValueRules.requireWithin(
                RateRequest.RATE,
                request.rate(),
                FleetLimits.leastRate(vehicles, factor),
                FleetLimits.mostRate(vehicles, factor));
        return intervals.issue(
                commands, STREAM, new FleetRate(rate, factor).with(vehicles).interval());
    }
}
