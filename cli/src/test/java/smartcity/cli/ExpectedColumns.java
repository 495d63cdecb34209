package smartcity.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import smartcity.event.CityTopic;

/// The columns DuckDB must see for a topic, worked out from its JSON Schema alone.
final class ExpectedColumns {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ExpectedColumns() {}

    static Map<String, String> of(CityTopic topic) {
        Map<String, String> columns = new LinkedHashMap<>();
        schema(topic)
                .path("properties")
                .properties()
                .forEach(property -> columns.put(property.getKey(), type(property.getValue())));
        columns.put("kafka_partition", "INTEGER");
        columns.put("kafka_offset", "BIGINT");
        columns.put("kafka_timestamp", "TIMESTAMP WITH TIME ZONE");
        return columns;
    }

    private static String type(JsonNode property) {
        JsonNode type = property.path("type");
        return switch (type.isArray() ? type.get(0).asText() : type.asText()) {
            case "string" -> text(property);
            case "number" -> "DOUBLE";
            case "integer" -> "INTEGER";
            case "boolean" -> "BOOLEAN";
            case "object" ->
                property.path("properties").properties().stream()
                        .map(field -> field.getKey() + " " + type(field.getValue()))
                        .collect(Collectors.joining(", ", "STRUCT(", ")"));
            default -> throw new IllegalArgumentException("No expectation for " + property);
        };
    }

    private static String text(JsonNode property) {
        if (property.path("contentEncoding").asText().equals("base64")) {
            return "BLOB";
        }
        return switch (property.path("format").asText()) {
            case "date-time" -> "TIMESTAMP WITH TIME ZONE";
            default -> "VARCHAR";
        };
    }

    private static JsonNode schema(CityTopic topic) {
        try (InputStream in = CityTopic.class.getClassLoader().getResourceAsStream(topic.schemaResource())) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read " + topic.schemaResource(), e);
        }
    }
}
