package smartcity.emission.control;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What became of an order.
///
/// @param id of the order; for an incident or a spell of weather, what it is called from now on
/// @param effectiveAt real instant from which it holds
/// @param simulatedAt the simulated instant then
@Schema(description = "An order that all replicas follow from an instant on")
public record CommandReceipt(UUID id, Instant effectiveAt, Instant simulatedAt) {
    static CommandReceipt of(CityCommand order) {
        return new CommandReceipt(order.id(), order.effectiveAt(), order.simulatedAt());
    }
}
