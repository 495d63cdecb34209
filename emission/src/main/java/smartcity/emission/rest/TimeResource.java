package smartcity.emission.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import smartcity.emission.control.CityCommands;
import smartcity.emission.control.CommandReceipt;
import smartcity.emission.control.TimeCommands;
import smartcity.http.JsonBody;

/// Lets simulated time go faster or slower, stand still and go on: for the whole city, whichever service is asked.
@Path("/simulator")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Control", description = "Changes that all replicas follow within a second")
public class TimeResource {
    private final CityCommands orders;

    TimeResource(CityCommands orders) {
        this.orders = orders;
    }

    /// Sets the speed of simulated time.
    @PUT
    @Path("/factor")
    @Operation(summary = "Sets simulated seconds per real second, for all services of the city")
    @APIResponse(
            responseCode = "200",
            description = "Ordered",
            content = @Content(schema = @Schema(implementation = CommandReceipt.class)))
    public CommandReceipt factor(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Factor.class))) @Nullable
                    String body) {
        JsonBody form = JsonBody.read(body);
        TimeCommands.factor(form);
        return orders.give(TimeCommands.FACTOR, form.fields());
    }

    /// Lets simulated time stand still, or go on.
    @PUT
    @Path("/running")
    @Operation(
            summary =
                    "Stops and starts simulated time, for all services of the city: while it stands still nothing is told, and nothing is missed")
    @APIResponse(
            responseCode = "200",
            description = "Ordered",
            content = @Content(schema = @Schema(implementation = CommandReceipt.class)))
    public CommandReceipt running(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Running.class)))
                    @Nullable
                    String body) {
        JsonBody form = JsonBody.read(body);
        TimeCommands.running(form);
        return orders.give(TimeCommands.RUNNING, form.fields());
    }

    /// The body of `/factor`.
    @Schema(description = "How fast simulated time goes")
    record Factor(
            @Schema(required = true, minimum = "0.1", maximum = "3600", examples = "60")
            double factor) {}

    /// The body of `/running`.
    @Schema(description = "Whether simulated time goes on")
    record Running(@Schema(required = true) boolean running) {}
}
