package smartcity.emission.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import smartcity.emission.control.CityCommands;
import smartcity.emission.control.CommandReceipt;
import smartcity.emission.control.FactorRequest;
import smartcity.emission.control.RunningRequest;
import smartcity.emission.control.TimeCommands;

/// Sets the speed of simulated time, stops and resumes it: for the whole city, whichever service gets the request.
@Path("/simulator")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = StateApi.CONTROL)
public class TimeResource {
    private final CityCommands commands;

    TimeResource(CityCommands commands) {
        this.commands = commands;
    }

    /// Sets the speed of simulated time.
    @PUT
    @Path("/factor")
    @Operation(summary = "Sets the simulated seconds per real second, for all services of the city")
    public CommandReceipt factor(FactorRequest request) {
        return commands.issue(TimeCommands.FACTOR, request.toJson());
    }

    /// Stops or resumes simulated time.
    @PUT
    @Path("/running")
    @Operation(
            summary =
                    "Stops and resumes simulated time, for all services of the city; while it is stopped nothing is emitted, and nothing is skipped")
    public CommandReceipt running(RunningRequest request) {
        return commands.issue(TimeCommands.RUNNING, request.toJson());
    }
}
