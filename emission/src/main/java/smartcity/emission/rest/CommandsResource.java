package smartcity.emission.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import smartcity.emission.control.CityCommands;
import smartcity.emission.control.CommandsStatus;

/// Shows which commands a simulator has received.
@Path("/simulator/commands")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = StateApi.CONTROL)
public class CommandsResource {
    private final CityCommands commands;

    CommandsResource(CityCommands commands) {
        this.commands = commands;
    }

    /// All commands of this city until now.
    @GET
    @Operation(summary = "The commands that this process has received, those of other services included")
    public CommandsStatus status() {
        return commands.status();
    }
}
