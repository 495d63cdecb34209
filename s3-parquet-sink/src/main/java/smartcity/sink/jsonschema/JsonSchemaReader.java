package smartcity.sink.jsonschema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import smartcity.sink.schema.AddedColumns;
import smartcity.sink.schema.Column;
import smartcity.sink.schema.EventTime;
import smartcity.sink.schema.EventTimeFrom;
import smartcity.sink.schema.RecordSchema;
import smartcity.sink.schema.UnsupportedSchema;

/// Reads a JSON Schema (2020-12) into columns, by the table in this module's `TYPES.md`.
///
/// Limits such as `maximum` or `minLength` are not checked: a value of the right type is stored. A schema from which no
/// column type follows is refused, so that no property gets a type by accident.
public final class JsonSchemaReader {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonSchemaReader() {}

    /// Reads the schema in `json`, of records with the event time `timestamp`.
    ///
    /// @param file its name in messages
    /// @throws UnsupportedSchema when it cannot be turned into columns
    public static RecordSchema read(String file, InputStream json) {
        return read(file, json, EventTimeFrom.TIMESTAMP);
    }

    /// Reads the schema in `json`.
    ///
    /// @param file its name in messages
    /// @throws UnsupportedSchema when it cannot be turned into columns, or lacks the event time
    public static RecordSchema read(String file, InputStream json, EventTimeFrom eventTime) {
        SubschemaLocation root = SubschemaLocation.root(file, parsed(file, json));
        ResolvedSubschema shape = ResolvedSubschema.of(root);
        if (!shape.type().equals("object")) {
            throw shape.place()
                    .refused(
                            "/type",
                            "must be object but was " + shape.place().node().path("type"));
        }
        List<Column> columns = new ColumnReading().members(shape.place(), 0, 0);
        for (Column column : columns) {
            if (AddedColumns.NAMES.contains(column.name().toLowerCase(Locale.ROOT))) {
                throw shape.place()
                        .refused(
                                "/properties/" + SubschemaLocation.escaped(column.name()),
                                "must not use the name of a column that the sink adds");
            }
        }
        return new RecordSchema(
                root.node().path("$id").asText(file), columns, eventTime(shape.place(), columns, eventTime));
    }

    private static JsonNode parsed(String file, InputStream json) {
        try {
            JsonNode root = MAPPER.readTree(json);
            if (!root.isObject()) {
                throw new UnsupportedSchema(file, "", "must be a JSON object");
            }
            return root;
        } catch (JsonProcessingException e) {
            throw new UnsupportedSchema(file, "", "must be JSON but had: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read schema " + file, e);
        }
    }

    private static EventTime eventTime(SubschemaLocation root, List<Column> columns, EventTimeFrom from) {
        return switch (from) {
            case EventTimeFrom.KafkaTimestamp _ -> EventTime.OF_KAFKA;
            case EventTimeFrom.Property property -> EventTimeColumn.of(root, columns, property);
        };
    }
}
