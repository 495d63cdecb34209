package smartcity.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import smartcity.event.CityTopic;

/// The topics' schemas, and where the documents about them are.
final class TopicSchemas {
    static final Path DOCS = Path.of("../docs");

    private TopicSchemas() {}

    static JsonNode of(CityTopic topic) throws IOException {
        return new ObjectMapper().readTree(CityTopic.class.getResourceAsStream("/" + topic.schemaResource()));
    }

    /// Names of the properties of a topic's values, in the order of its schema.
    static List<String> propertiesOf(CityTopic topic) throws IOException {
        List<String> names = new ArrayList<>();
        of(topic).path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }
}
