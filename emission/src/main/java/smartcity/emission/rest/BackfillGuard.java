package smartcity.emission.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import smartcity.emission.SimulationConfig;
import smartcity.http.ChangeGuard;
import smartcity.http.LogLevelResource;
import smartcity.http.ProblemDocument;

/// Refuses changes of the city while a backfill runs: its period is settled.
@ApplicationScoped
class BackfillGuard {
    private final boolean backfill;

    BackfillGuard(SimulationConfig simulation) {
        this.backfill = simulation.until().isPresent();
    }

    /// The refusal of a request that [ChangeGuard] has admitted; empty for one that may pass here, too.
    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    Optional<Response> refusal(ContainerRequestContext request) {
        boolean ofTheCity = !request.getUriInfo().getPath().startsWith(LogLevelResource.PATH);
        return backfill && ofTheCity && ChangeGuard.changes(request.getMethod())
                ? Optional.of(ProblemDocument.of(409, "A backfill runs, and nothing can change its period")
                        .response()
                        .build())
                : Optional.empty();
    }
}
