package smartcity.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import smartcity.event.CityTopic;

/// The topics' properties as Markdown tables, generated from the schemas.
final class DataDictionary {
    private static final String OPENING = """
            # Data dictionary

            Every property of the five topics, with unit and range. Generated from the JSON Schemas, which are the source of truth: do not edit,
            run `./mvnw -pl city test -Dtest=DataDictionaryTest -Dwrite=true`.

            Values are JSON, UTF-8. The key of a record is its `deviceId`, the record's timestamp its `timestamp`. Unit `1` marks
            numbers without a unit. An optional property may be missing or null.
            """;

    private final StringBuilder text = new StringBuilder(OPENING);

    /// All five topics.
    static String ofAllTopics() throws IOException {
        DataDictionary dictionary = new DataDictionary();
        for (CityTopic topic : CityTopic.values()) {
            dictionary.add(topic, TopicSchemas.of(topic));
        }
        return dictionary.text.toString();
    }

    private void add(CityTopic topic, JsonNode schema) {
        text.append("\n## ").append(topic.defaultName()).append("\n\n");
        text.append("%s. Schema `%s`, in [%s](../city/src/main/resources/%s). Renamed by `%s`.%n%n"
                .formatted(
                        schema.path("description").asText(),
                        schema.path("$id").asText(),
                        topic.schemaResource(),
                        topic.schemaResource(),
                        topic.environmentVariable()));
        text.append("| property | type | unit | range | | meaning |\n|---|---|---|---|---|---|\n");
        addProperties("", schema);
    }

    private void addProperties(String prefix, JsonNode object) {
        List<String> required = texts(object.path("required"));
        for (Map.Entry<String, JsonNode> property : object.path("properties").properties()) {
            JsonNode schema = property.getValue();
            text.append("| `%s%s` | %s | %s | %s | %s | %s |%n"
                    .formatted(
                            prefix,
                            property.getKey(),
                            type(schema),
                            schema.path("x-unit").asText(""),
                            range(schema),
                            required.contains(property.getKey()) ? "" : "optional",
                            schema.path("description").asText()));
            addProperties(prefix + property.getKey() + ".", schema);
        }
    }

    private static String type(JsonNode schema) {
        String type = schema.path("type").isArray()
                ? String.join(" or ", texts(schema.path("type")))
                : schema.path("type").asText();
        if (schema.has("format")) {
            return type + ", " + schema.path("format").asText();
        }
        return schema.has("contentEncoding")
                ? type + ", " + schema.path("contentEncoding").asText() + " of "
                        + schema.path("contentMediaType").asText()
                : type;
    }

    private static String range(JsonNode schema) {
        if (schema.has("enum")) {
            return String.join(", ", texts(schema.path("enum")));
        }
        if (schema.has("exclusiveMaximum")) {
            return "%s <= x < %s"
                    .formatted(
                            schema.path("minimum").asText(),
                            schema.path("exclusiveMaximum").asText());
        }
        if (schema.has("minimum")) {
            return schema.path("minimum").asText() + " to "
                    + schema.path("maximum").asText();
        }
        return length(schema);
    }

    private static String length(JsonNode schema) {
        if (schema.has("minLength") && schema.has("maxLength")) {
            return schema.path("minLength").asText() + " to "
                    + schema.path("maxLength").asText() + " characters";
        }
        if (schema.has("maxLength")) {
            return "at most " + schema.path("maxLength").asText() + " characters";
        }
        return schema.has("minLength") ? "not empty" : "";
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
