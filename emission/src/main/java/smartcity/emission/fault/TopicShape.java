package smartcity.emission.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import smartcity.event.CityTopic;

/// The rules of a topic's schema that corruption breaks.
///
/// @param required fields that must be present, and not null
/// @param numbers those of them whose value is a number
/// @param words those of them whose value is one of a list of words
record TopicShape(List<String> required, List<String> numbers, List<String> words) {
    /// The shape of a topic's values, by the schema on the class path.
    static TopicShape of(CityTopic topic) {
        try (InputStream in = TopicShape.class.getResourceAsStream("/" + topic.schemaResource())) {
            JsonNode schema = new ObjectMapper().readTree(in);
            JsonNode properties = schema.path("properties");
            List<String> required = StreamSupport.stream(schema.path("required").spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
            return new TopicShape(
                    required,
                    those(required, properties, property -> property.has("x-unit")),
                    those(required, properties, property -> property.has("enum")));
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read " + topic.schemaResource(), e);
        }
    }

    private static List<String> those(List<String> names, JsonNode properties, Predicate<JsonNode> rule) {
        return names.stream().filter(name -> rule.test(properties.path(name))).toList();
    }
}
