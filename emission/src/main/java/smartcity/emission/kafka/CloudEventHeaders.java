package smartcity.emission.kafka;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import smartcity.event.CityTopic;
import smartcity.event.Event;
import smartcity.event.EventJson;

/// The headers that make a record a CloudEvent. Safe for use by several threads.
///
/// Source: CloudEvents 1.0.2 with its Kafka protocol binding, binary content mode: attributes are headers with the
/// prefix `ce_`, in UTF-8; `datacontenttype` is the header `content-type`.
public final class CloudEventHeaders {
    private static final Header VERSION = header("ce_specversion", "1.0");
    private static final Header JSON = header("content-type", "application/json");

    /// The headers that all events of a topic share, encoded once.
    private final Map<CityTopic, List<Header>> constants = new EnumMap<>(CityTopic.class);

    /// @param source identifies the emitter, a URI reference
    public CloudEventHeaders(String source) {
        if (source.isBlank()) {
            throw new IllegalArgumentException("emission.source must not be blank but was '%s'".formatted(source));
        }
        for (CityTopic topic : CityTopic.values()) {
            constants.put(
                    topic,
                    List.of(
                            VERSION,
                            header("ce_source", source),
                            header("ce_type", "smartcity." + topic.defaultName() + ".v1"),
                            header("ce_dataschema", schemaIdOf(topic)),
                            JSON));
        }
    }

    /// Adds the headers of an event; `ce_time` is its timestamp as in its value.
    void addTo(Headers headers, Event event) {
        Objects.requireNonNull(constants.get(event.topic())).forEach(headers::add); // the constructor put all topics
        headers.add(header("ce_id", event.id().toString()));
        headers.add(header("ce_subject", event.deviceId()));
        headers.add(header("ce_time", EventJson.format(event.timestamp())));
    }

    private static String schemaIdOf(CityTopic topic) {
        try (InputStream schema = CloudEventHeaders.class.getResourceAsStream("/" + topic.schemaResource());
                JsonParser parser = new JsonFactory().createParser(schema)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME
                        && parser.currentName().equals("$id")) {
                    return parser.nextTextValue();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read " + topic.schemaResource(), e);
        }
        throw new IllegalStateException("Failed to find $id in " + topic.schemaResource());
    }

    private static Header header(String name, String text) {
        return new RecordHeader(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
