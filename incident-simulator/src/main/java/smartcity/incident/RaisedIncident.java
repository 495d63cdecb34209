package smartcity.incident;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An incident that was ordered.
///
/// @param incidentId what its reports call it
/// @param effectiveAt real instant of its first report
/// @param simulatedAt the simulated instant then
@Schema(description = "An incident that was ordered")
public record RaisedIncident(UUID incidentId, Instant effectiveAt, Instant simulatedAt) {}
