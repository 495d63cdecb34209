package smartcity.emission.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import smartcity.emission.coupling.CouplingStatus;
import smartcity.emission.coupling.DisturbanceInputs;

/// Tells what a simulator has heard of others.
@Path("/simulator/coupling")
public class CouplingResource {
    private final DisturbanceInputs inputs;

    CouplingResource(DisturbanceInputs inputs) {
        this.inputs = inputs;
    }

    /// What this simulator has heard until now.
    @GET
    public CouplingStatus status() {
        return inputs.status();
    }
}
