package smartcity.sink.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import smartcity.sink.jsonschema.JsonSchemaReader;
import smartcity.sink.row.ConversionResult;
import smartcity.sink.row.Row;
import smartcity.sink.row.RowConverter;
import smartcity.sink.schema.EventTimeSource;
import smartcity.sink.schema.RecordSchema;

/// Converts records of one schema and returns the contents of their rows, as [RowContents] does.
final class TypedRecords {
    private final RecordSchema schema;
    private final Row row;
    private final RowConverter converter;

    /// @param properties of the schema, none of them required
    TypedRecords(String properties, UnknownFields unknown) {
        String json = "{\"type\": \"object\", \"properties\": {" + properties + "}}";
        RecordSchema members = JsonSchemaReader.read(
                "test",
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                new EventTimeSource.KafkaTimestamp());
        JsonFormat format = new JsonFormat(members, unknown);
        schema = format.schema();
        row = new Row(schema.slots());
        converter = format.converter(row);
    }

    Map<String, Object> accepted(String json) {
        assertThat(convert(json)).isEqualTo(ConversionResult.ACCEPTED);
        return RowContents.of(row, schema.columns());
    }

    String refused(String json) {
        ConversionResult result = convert(json);
        assertThat(result).isInstanceOf(ConversionResult.Refused.class);
        return ((ConversionResult.Refused) result).reason();
    }

    /// The text of a JSON column as it was kept.
    String text(String column) {
        int slot = schema.column(column).slot();
        return new String(row.bytes(slot), row.offset(slot), row.length(slot), StandardCharsets.UTF_8);
    }

    boolean has(String column) {
        return row.has(schema.column(column).slot());
    }

    private ConversionResult convert(String json) {
        return converter.convert(ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)));
    }
}
