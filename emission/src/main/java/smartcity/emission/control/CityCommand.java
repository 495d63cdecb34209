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

/// What an operator ordered, as the log of orders keeps it.
///
/// @param id of the order
/// @param city whose order it is; other cities ignore it
/// @param kind what is ordered, such as `factor`
/// @param effectiveAt real instant from which it holds
/// @param simulatedAt the simulated instant then, by what the issuer knew
/// @param body the fields of the order, by its kind
public record CityCommand(
        UUID id, String city, String kind, Instant effectiveAt, Instant simulatedAt, ObjectNode body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Reads what [#encoded()] wrote; empty for anything else.
    static Optional<CityCommand> read(byte[] value) {
        try {
            JsonNode order = JSON.readTree(value);
            if (!(order.get("body") instanceof ObjectNode body)) {
                return Optional.empty();
            }
            return Optional.of(new CityCommand(
                    UUID.fromString(order.path("id").asText()),
                    order.path("city").asText(),
                    order.path("kind").asText(),
                    Instant.parse(order.path("effectiveAt").asText()),
                    Instant.parse(order.path("simulatedAt").asText()),
                    body));
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The order as a UTF-8 encoded JSON object.
    byte[] encoded() {
        ObjectNode order = JSON.createObjectNode()
                .put("id", id.toString())
                .put("city", city)
                .put("kind", kind)
                .put("effectiveAt", effectiveAt.toString())
                .put("simulatedAt", simulatedAt.toString());
        order.set("body", body);
        try {
            return JSON.writeValueAsBytes(order);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Failed to encode order " + id, e);
        }
    }
}
