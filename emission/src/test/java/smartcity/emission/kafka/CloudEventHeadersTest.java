package smartcity.emission.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import smartcity.emission.loop.FixedIntervalSource;
import smartcity.event.Event;

class CloudEventHeadersTest {
    private static final Instant AT = Instant.parse("2026-11-23T08:30:00.5Z");

    @Test
    void carriesTheAttributesOfTheEvent() {
        Event event = new FixedIntervalSource("phone-1", AT, Duration.ofSeconds(1))
                .next()
                .getFirst();
        RecordHeaders headers = new RecordHeaders();

        new CloudEventHeaders("/leeds/incidents").addTo(headers, event);

        Map<String, String> texts = new LinkedHashMap<>();
        headers.forEach(header -> texts.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        assertThat(texts)
                .containsOnly(
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("ce_id", event.id().toString()),
                        Map.entry("ce_source", "/leeds/incidents"),
                        Map.entry("ce_type", "smartcity.emergency_data.v1"),
                        Map.entry("ce_subject", "phone-1"),
                        Map.entry("ce_time", "2026-11-23T08:30:00.500000Z"),
                        Map.entry("ce_dataschema", "urn:smartcity:schema:emergency_data:1"),
                        Map.entry("content-type", "application/json"));
    }

    @Test
    void areThoseOfTheAsyncApiDocument() throws IOException {
        JsonNode documented = new YAMLMapper()
                .readTree(Path.of("..", "docs", "asyncapi.yaml").toFile())
                .at("/components/messageTraits/ofDevice/headers");
        RecordHeaders headers = new RecordHeaders();

        new CloudEventHeaders("/leeds")
                .addTo(
                        headers,
                        new FixedIntervalSource("phone-1", AT, Duration.ofSeconds(1))
                                .next()
                                .getFirst());
        headers.add(RecordFactory.FAULT_HEADER, "late".getBytes(StandardCharsets.UTF_8));

        assertThat(headers.toArray())
                .extracting(Header::key)
                .containsExactlyInAnyOrderElementsOf(documented.path("properties").properties().stream()
                        .map(Map.Entry::getKey)
                        .toList());
        assertThat(headers).allSatisfy(header -> {
            JsonNode rule = documented.path("properties").path(header.key());
            String text = new String(header.value(), StandardCharsets.UTF_8);
            assertThat(text)
                    .isEqualTo(rule.path("const").asText(text))
                    .matches(rule.path("pattern").asText(".*"));
        });
    }

    @Test
    void refusesToNameNoSource() {
        assertThatThrownBy(() -> new CloudEventHeaders(" "))
                .hasMessage("emission.source must not be blank but was ' '");
    }
}
