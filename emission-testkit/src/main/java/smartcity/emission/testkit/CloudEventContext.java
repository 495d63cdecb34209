package smartcity.emission.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/// The headers of a record that is a CloudEvent in binary content mode.
///
/// @param attributes header texts by header name
public record CloudEventContext(Map<String, String> attributes) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// The headers of a record.
    public static CloudEventContext of(ConsumerRecord<?, ?> record) {
        return new CloudEventContext(StreamSupport.stream(record.headers().spliterator(), false)
                .collect(Collectors.toMap(Header::key, header -> new String(header.value(), StandardCharsets.UTF_8))));
    }

    /// Fails unless there are exactly these headers, and they agree with the record's topic and value.
    public void assertDescribes(ConsumerRecord<String, String> record, String service) throws JsonProcessingException {
        JsonNode value = JSON.readTree(record.value());
        assertThat(attributes)
                .containsOnly(
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("ce_id", value.path("id").asText()),
                        Map.entry("ce_source", "/smartcity/" + service),
                        Map.entry("ce_type", "smartcity." + record.topic() + ".v1"),
                        Map.entry("ce_subject", record.key()),
                        Map.entry("ce_time", value.path("timestamp").asText()),
                        Map.entry("ce_dataschema", "urn:smartcity:schema:" + record.topic() + ":1"),
                        Map.entry("content-type", "application/json"));
    }
}
