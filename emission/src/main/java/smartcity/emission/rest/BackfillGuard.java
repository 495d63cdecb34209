package smartcity.emission.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import smartcity.emission.SimulationConfig;
import smartcity.http.ChangeGuard;

/// Refuses changes while a backfill runs: its period is settled.
@ApplicationScoped
class BackfillGuard {
    private final boolean backfill;

    BackfillGuard(SimulationConfig simulation) {
        this.backfill = simulation.until().isPresent();
    }

    /// The refusal of a request that [ChangeGuard] has let pass; empty for one that may pass here, too.
    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    Optional<Response> refusal(ContainerRequestContext request) {
        return backfill && ChangeGuard.changes(request.getMethod())
                ? Optional.of(Response.status(Response.Status.CONFLICT)
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(Map.of("reason", "A backfill runs, and its period is settled"))
                        .build())
                : Optional.empty();
    }
}
