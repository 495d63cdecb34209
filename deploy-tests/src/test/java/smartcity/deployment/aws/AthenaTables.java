package smartcity.deployment.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import smartcity.event.CityTopic;
import smartcity.sink.jsonschema.JsonSchemaReader;
import smartcity.sink.schema.Column;
import smartcity.sink.schema.RecordSchema;

/// The statements that create the tables of the lake in Athena, made from the schemas of the topics, for compatible
/// files in the default layout.
final class AthenaTables {
    /// Stands for the name of the bucket, which a user replaces.
    static final String BUCKET = "BUCKET";

    static final String DATABASE = "smart_city";

    /// Longest comment of a column that Glue takes. Source: AWS Glue API, "Column".
    private static final int MOST_COMMENT = 255;

    private static final List<String> TOPICS =
            Arrays.stream(CityTopic.values()).map(CityTopic::defaultName).toList();

    private AthenaTables() {}

    /// The statement of one table.
    static String statement(String table) {
        return Objects.requireNonNull(all().get(table), table);
    }

    /// Statements by the name of their table.
    static Map<String, String> all() {
        Map<String, String> statements = new LinkedHashMap<>();
        for (CityTopic topic : CityTopic.values()) {
            statements.put(topic.defaultName(), ofTopic(topic));
        }
        statements.put("dead_letters", ofDeadLetters());
        return statements;
    }

    private static String ofTopic(CityTopic topic) {
        JsonNode properties = json(topic).path("properties");
        List<String> columns = new ArrayList<>();
        for (Column column : schema(topic).columns()) {
            columns.add(definition(column.name(), HiveTypes.of(column), comment(properties.path(column.name()))));
        }
        columns.add(definition("kafka_partition", "int", "Partition of the record"));
        columns.add(definition("kafka_offset", "bigint", "Offset of the record, unique within its partition"));
        columns.add(definition("kafka_timestamp", "timestamp", "Timestamp of the record in Kafka"));
        return table(topic.defaultName(), columns, Map.of());
    }

    private static String ofDeadLetters() {
        List<String> columns = List.of(
                definition("kafka_topic", "string", "Topic of the record"),
                definition("kafka_partition", "int", "Partition of the record"),
                definition("kafka_offset", "bigint", "Offset of the record, unique within its partition"),
                definition("kafka_timestamp", "timestamp", "Timestamp of the record in Kafka"),
                definition("key", "binary", "Key of the record"),
                definition("value", "binary", "Value of the record"),
                definition("reason", "string", "Why it could not become a row"));
        return table("dead_letters", columns, Map.of("topic", TOPICS));
    }

    /// @param folders above those of date and hour, with their values
    private static String table(String name, List<String> columns, Map<String, List<String>> folders) {
        List<String> keys = new ArrayList<>(folders.keySet());
        keys.addAll(List.of("date", "hour"));
        String location = "s3://" + BUCKET + "/data/" + name + "/";
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("projection.enabled", "true");
        folders.forEach((folder, values) -> {
            properties.put("projection." + folder + ".type", "enum");
            properties.put("projection." + folder + ".values", String.join(",", values));
        });
        properties.put("projection.date.type", "date");
        properties.put("projection.date.format", "yyyy-MM-dd");
        properties.put("projection.date.range", "2020-01-01,NOW+1DAYS");
        properties.put("projection.hour.type", "integer");
        properties.put("projection.hour.range", "0,23");
        properties.put("projection.hour.digits", "2");
        properties.put(
                "storage.location.template",
                location + keys.stream().map(key -> key + "=${" + key + "}").collect(Collectors.joining("/", "", "/")));
        return """
                CREATE EXTERNAL TABLE IF NOT EXISTS `%s`.`%s` (
                %s)
                PARTITIONED BY (%s)
                STORED AS PARQUET
                LOCATION '%s'
                TBLPROPERTIES (
                %s)
                """.formatted(
                        DATABASE,
                        name,
                        lines(columns),
                        keys.stream().map(key -> "`" + key + "` string").collect(Collectors.joining(", ")),
                        location,
                        lines(properties.entrySet().stream()
                                .map(property -> "'%s' = '%s'".formatted(property.getKey(), property.getValue()))
                                .toList()));
    }

    private static String lines(List<String> items) {
        return items.stream().map(item -> "  " + item).collect(Collectors.joining(",\n"));
    }

    private static String definition(String name, String type, String comment) {
        String text = comment.length() > MOST_COMMENT ? comment.substring(0, MOST_COMMENT) : comment;
        return "`%s` %s COMMENT '%s'"
                .formatted(name, type, text.replace("\\", "\\\\").replace("'", "\\'"));
    }

    private static String comment(JsonNode property) {
        String unit = property.path("x-unit").asText("1");
        return property.path("description").asText() + (unit.equals("1") ? "" : " [" + unit + "]");
    }

    private static RecordSchema schema(CityTopic topic) {
        try (InputStream file = file(topic)) {
            return JsonSchemaReader.read(topic.schemaResource(), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(CityTopic topic) {
        try (InputStream file = file(topic)) {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream file(CityTopic topic) {
        return Objects.requireNonNull(CityTopic.class.getResourceAsStream("/" + topic.schemaResource()));
    }
}
