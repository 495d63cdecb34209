package smartcity.incident;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The receipt for an incident that a command raises.
///
/// @param incidentId identity of the incident in its reports
/// @param effectiveAt real instant of its first report
/// @param simulatedAt simulated instant of its first report
@Schema(description = "The receipt for an incident that a command raises")
public record RaisedIncident(UUID incidentId, Instant effectiveAt, Instant simulatedAt) {}
