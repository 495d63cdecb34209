package smartcity.emission.control;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The answer to a command.
///
/// @param id of the command; also of the incident or the spell of weather that it raises
/// @param effectiveAt real instant at which it takes effect
/// @param simulatedAt the simulated instant then
@Schema(description = "A command that takes effect in all replicas at one instant")
public record CommandReceipt(UUID id, Instant effectiveAt, Instant simulatedAt) {
    static CommandReceipt of(CityCommand command) {
        return new CommandReceipt(command.id(), command.effectiveAt(), command.simulatedAt());
    }
}
