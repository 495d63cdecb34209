package smartcity.emission.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import smartcity.emission.control.CityCommands;
import smartcity.emission.control.CommandReceipt;
import smartcity.emission.control.FaultCommands;
import smartcity.emission.control.FaultRequest;
import smartcity.emission.loop.EmissionPace;

/// Shows and sets the faults of a service.
@Path("/simulator/faults")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = StateApi.CONTROL)
public class FaultResource {
    private final CityCommands commands;
    private final FaultCommands faults;
    private final EmissionPace pace;

    FaultResource(CityCommands commands, FaultCommands faults, EmissionPace pace) {
        this.commands = commands;
        this.faults = faults;
        this.pace = pace;
    }

    /// The faults at this simulated instant, in the form that [#set(FaultRequest)] takes.
    @GET
    @Operation(summary = "The faults that are in effect now, in the form that sets them")
    public FaultRequest now() {
        return FaultRequest.of(faults.schedule().at(pace.now()));
    }

    /// Replaces all faults of this service.
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sets all faults of this service; a kind that is absent has rate 0")
    public CommandReceipt set(FaultRequest request) {
        return commands.issue(FaultCommands.KIND, faults.body(request));
    }
}
