package smartcity.sink;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import smartcity.sink.cut.ObjectKeys;
import smartcity.sink.json.JsonRows;
import smartcity.sink.loop.Intake;
import smartcity.sink.row.Row;
import smartcity.sink.schema.JsonSchemaReader;
import smartcity.sink.schema.RecordSchema;

/// Finds out which topics are landed, and how the records of each are taken in.
final class TopicSetup {
    private TopicSetup() {}

    static Map<String, Intake> intakes(TopicsConfig topics) {
        Map<String, Intake> intakes = new HashMap<>();
        schemas(topics).forEach((topic, schema) -> {
            if (topic.equals(ObjectKeys.DEAD_LETTERS)) {
                throw new IllegalArgumentException("topic must not be named like the dead letters but was " + topic);
            }
            RecordSchema columns = schema("schemas/" + schema + ".schema.json");
            Row row = new Row();
            intakes.put(topic, new Intake(columns, new JsonRows(columns, row), row));
        });
        return intakes;
    }

    private static Map<String, String> schemas(TopicsConfig topics) {
        return Map.of(
                topics.vehicle(), "vehicle_data",
                topics.gps(), "gps_data",
                topics.traffic(), "traffic_data",
                topics.weather(), "weather_data",
                topics.emergency(), "emergency_data");
    }

    private static RecordSchema schema(String file) {
        try (InputStream json = RecordSchema.class.getClassLoader().getResourceAsStream(file)) {
            if (json == null) {
                throw new IllegalStateException("Failed to find schema " + file);
            }
            return JsonSchemaReader.read(file, json);
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read schema " + file, e);
        }
    }
}
