package smartcity.emission.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import smartcity.emission.EmissionPace;
import smartcity.emission.control.CityCommands;
import smartcity.emission.control.CommandReceipt;
import smartcity.emission.control.FaultCommands;
import smartcity.emission.fault.FaultRates;
import smartcity.http.JsonBody;

/// Lets the records of a service go wrong, or right again.
@Path("/simulator/faults")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Control", description = "Changes that all replicas follow within a second")
public class FaultResource {
    private final CityCommands orders;
    private final FaultCommands faults;
    private final EmissionPace pace;

    FaultResource(CityCommands orders, FaultCommands faults, EmissionPace pace) {
        this.orders = orders;
        this.faults = faults;
        this.pace = pace;
    }

    /// The rates that hold now.
    @GET
    @Operation(summary = "The rates of faults now")
    public FaultRates now() {
        return faults.schedule().at(pace.now());
    }

    /// Replaces all rates of this service.
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sets the rates of all faults of this service, 0 for kinds that are not named")
    @APIResponse(
            responseCode = "200",
            description = "Ordered",
            content = @Content(schema = @Schema(implementation = CommandReceipt.class)))
    public CommandReceipt set(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation = Object.class,
                                                            examples = "{\"late\": 0.1, \"late-median\": \"PT10S\"}",
                                                            description =
                                                                    "Names and values as of the settings fault.*, without header")))
                    @Nullable
                    String body) {
        JsonBody form = JsonBody.read(body);
        faults.rates(form);
        return orders.give(FaultCommands.KIND, faults.body(form));
    }
}
