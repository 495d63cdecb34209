package smartcity.emission.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import smartcity.emission.DisturbanceInputs;
import smartcity.emission.coupling.CouplingStatus;

/// Shows what a simulator has received of the topics that it reads.
@Path("/simulator/coupling")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = StateApi.STATE)
public class CouplingResource {
    private final DisturbanceInputs inputs;

    CouplingResource(DisturbanceInputs inputs) {
        this.inputs = inputs;
    }

    /// What this simulator has received until now.
    @GET
    @Operation(summary = "What this process has received of the topics that it reads")
    public CouplingStatus status() {
        return inputs.status();
    }
}
