package smartcity.sink.jsonschema;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import smartcity.sink.schema.AddedColumns;
import smartcity.sink.schema.Column;
import smartcity.sink.schema.EventTime;
import smartcity.sink.schema.EventTimeSource;
import smartcity.sink.schema.RecordSchema;
import smartcity.sink.schema.SchemaReader;
import smartcity.sink.schema.UnsupportedSchema;

/// Reads JSON Schemas (2020-12, and what older drafts and OpenAPI have instead) into columns, by the table in this
/// module's `TYPES.md`.
///
/// Limits such as `maximum` or `minLength` are not checked: a value of the right type is stored. Where no column type
/// follows from a subschema, its values are kept as JSON, so that no property gets a type by accident.
public final class JsonSchemaReader implements SchemaReader {
    private final SchemaRules rules;

    public JsonSchemaReader(SchemaRules rules) {
        this.rules = rules;
    }

    /// Reads the schema in `json`, of records with the event time `timestamp`.
    ///
    /// @param file its name in messages
    /// @throws UnsupportedSchema when it cannot be turned into columns
    public static RecordSchema read(String file, InputStream json) {
        return read(file, json, EventTimeSource.TIMESTAMP);
    }

    /// Reads the schema in `json`.
    ///
    /// @param file its name in messages
    /// @throws UnsupportedSchema when it cannot be turned into columns, or lacks the event time
    public static RecordSchema read(String file, InputStream json, EventTimeSource eventTime) {
        return new JsonSchemaReader(SchemaRules.of(eventTime)).read(file, Optional.empty(), json);
    }

    @Override
    public RecordSchema read(String file, Optional<Path> folder, InputStream json) {
        SchemaDocument document = new SchemaLibrary(rules.directory()).read(file, folder, json);
        SubschemaLocation root = SubschemaLocation.root(document);
        ShapeReading shapes = new ShapeReading();
        ValueShape shape = shapes.of(new Subschema.Written(root));
        if (!shape.kinds().equals(Set.of(JsonKind.OBJECT)) || shape.obstacle() != null) {
            throw root.refused("", shape.obstacle() == null ? "must be of objects" : shape.obstacle());
        }
        List<Column> columns = new ColumnReading(shapes, rules.untyped()).members(root, shape.objects(), 0, 0);
        for (Column column : columns) {
            if (AddedColumns.NAMES.contains(column.name().toLowerCase(Locale.ROOT))) {
                throw root.refused(
                        "/properties/" + SubschemaLocation.escaped(column.name()),
                        "must not use the name of a column that the sink adds");
            }
        }
        return new RecordSchema(
                document.root().path("$id").asText(file), columns, eventTime(root, columns, rules.eventTime()));
    }

    private static EventTime eventTime(SubschemaLocation root, List<Column> columns, EventTimeSource from) {
        return switch (from) {
            case EventTimeSource.KafkaTimestamp _ -> EventTime.OF_KAFKA;
            case EventTimeSource.Properties properties -> EventTimeColumn.of(root, columns, properties);
        };
    }
}
