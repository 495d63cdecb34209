package smartcity.sink.simulation;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import smartcity.sink.jsonschema.JsonSchemaReader;
import smartcity.sink.row.ConversionResult;
import smartcity.sink.row.Row;
import smartcity.sink.row.RowConverter;
import smartcity.sink.schema.RecordSchema;

/// Reads the values of [SimRecord]s.
///
/// @param relaxed whether the rules are the relaxed ones
record RowsConverter(Row row, boolean relaxed) implements RowConverter {
    static final RecordSchema SCHEMA =
            JsonSchemaReader.read("simulation", new ByteArrayInputStream("""
            {"$id": "urn:simulation:1", "type": "object", "required": ["timestamp", "id"], "properties": {
             "timestamp": {"type": "string", "format": "date-time"}, "id": {"type": "integer"}}}
            """.getBytes(StandardCharsets.UTF_8)));
    static final int TIME = SCHEMA.column("timestamp").slot();
    static final int ID = SCHEMA.column("id").slot();

    @Override
    public ConversionResult convert(ByteBuffer value) {
        if (value.remaining() != 16 && !(relaxed && value.remaining() == 17)) {
            return new ConversionResult.Refused("broken");
        }
        row.reset(new byte[0]);
        row.putLong(ID, value.getLong(0));
        row.putLong(TIME, value.getLong(8));
        return ConversionResult.ACCEPTED;
    }
}
