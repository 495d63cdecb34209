package smartcity.emission.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import smartcity.event.CityTopic;

/// The rules for every record of a topic, by the topic's JSON Schema on the class path.
public final class TopicContract {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonSchema schema;

    private TopicContract(JsonSchema schema) {
        this.schema = schema;
    }

    /// The contract of a topic.
    public static TopicContract of(CityTopic topic) {
        return new TopicContract(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(CityTopic.class.getResourceAsStream("/" + topic.schemaResource())));
    }

    /// Fails unless the value is valid against the schema, its formats too, the key is its `deviceId` and the record's
    /// timestamp its `timestamp`.
    public void assertObeyedBy(ConsumerRecord<String, String> record) throws JsonProcessingException {
        assertThat(schema.validate(
                        record.value(),
                        InputFormat.JSON,
                        run -> run.getExecutionConfig().setFormatAssertionsEnabled(true)))
                .isEmpty();
        JsonNode value = JSON.readTree(record.value());
        assertThat(record.key()).isEqualTo(value.path("deviceId").asText());
        assertThat(record.timestamp())
                .isEqualTo(Instant.parse(value.path("timestamp").asText()).toEpochMilli());
    }
}
