package smartcity.emission.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A command of an operator, as a record of the command log.
///
/// @param id of the command
/// @param city that the command is for; others ignore it
/// @param kind what the command changes, such as `factor`
/// @param effectiveAt real instant at which it takes effect
/// @param simulatedAt the simulated instant then, by the commands that the issuer had received
/// @param body the fields of the command, by its kind
public record CityCommand(
        UUID id, String city, String kind, Instant effectiveAt, Instant simulatedAt, ObjectNode body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Reads what [#encoded()] wrote; empty for anything else.
    static Optional<CityCommand> read(byte[] value) {
        try {
            JsonNode command = JSON.readTree(value);
            if (!(command.get("body") instanceof ObjectNode body)) {
                return Optional.empty();
            }
            return Optional.of(new CityCommand(
                    UUID.fromString(command.path("id").asText()),
                    command.path("city").asText(),
                    command.path("kind").asText(),
                    Instant.parse(command.path("effectiveAt").asText()),
                    Instant.parse(command.path("simulatedAt").asText()),
                    body));
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The command as a UTF-8 encoded JSON object.
    byte[] encoded() {
        ObjectNode command = JSON.createObjectNode()
                .put("id", id.toString())
                .put("city", city)
                .put("kind", kind)
                .put("effectiveAt", effectiveAt.toString())
                .put("simulatedAt", simulatedAt.toString());
        command.set("body", body);
        try {
            return JSON.writeValueAsBytes(command);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Failed to encode command " + id, e);
        }
    }
}
