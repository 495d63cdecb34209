package smartcity.emission.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import smartcity.emission.control.CityCommands;
import smartcity.emission.control.CommandsStatus;

/// Tells which orders a simulator has heard.
@Path("/simulator/orders")
@Tag(name = "Control", description = "Changes that all replicas follow within a second")
public class CommandsResource {
    private final CityCommands orders;

    CommandsResource(CityCommands orders) {
        this.orders = orders;
    }

    /// All orders of this city until now.
    @GET
    @Operation(summary = "The orders this process has heard, of all services")
    public CommandsStatus status() {
        return orders.status();
    }
}
