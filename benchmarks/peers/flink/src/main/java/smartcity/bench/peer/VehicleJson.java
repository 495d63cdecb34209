package smartcity.bench.peer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.formats.avro.typeutils.GenericRecordAvroTypeInfo;

/// Decodes a vehicle record field by field with a streaming parser: what a tuned job would do.
final class VehicleJson implements DeserializationSchema<GenericRecord> {
    private static final long serialVersionUID = 1L;

    private transient JsonFactory json;
    private transient Schema schema;

    @Override
    public void open(InitializationContext context) {
        json = new JsonFactory();
        schema = schema();
    }

    @Override
    public GenericRecord deserialize(byte[] message) throws IOException {
        try (JsonParser parser = json.createParser(message)) {
            parser.nextToken();
            return record(parser, schema);
        }
    }

    private static GenericRecord record(JsonParser parser, Schema schema) throws IOException {
        GenericData.Record record = new GenericData.Record(schema);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            Schema.Field field = schema.getField(parser.currentName());
            parser.nextToken();
            if (field == null) {
                parser.skipChildren();
            } else {
                record.put(field.pos(), value(parser, field.schema()));
            }
        }
        return record;
    }

    private static Object value(JsonParser parser, Schema type) throws IOException {
        switch (type.getType()) {
            case RECORD:
                return record(parser, type);
            case DOUBLE:
                return parser.getDoubleValue();
            case INT:
                return parser.getIntValue();
            case LONG:
                Instant instant = Instant.parse(parser.getText());
                return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
            default:
                return parser.getText();
        }
    }

    @Override
    public boolean isEndOfStream(GenericRecord next) {
        return false;
    }

    @Override
    public TypeInformation<GenericRecord> getProducedType() {
        return new GenericRecordAvroTypeInfo(schema());
    }

    static Schema schema() {
        Schema micros = LogicalTypes.timestampMicros().addToSchema(Schema.create(Schema.Type.LONG));
        return SchemaBuilder.record("vehicle")
                .fields()
                .requiredString("id")
                .requiredString("deviceId")
                .name("timestamp")
                .type(micros)
                .noDefault()
                .name("location")
                .type()
                .record("place")
                .fields()
                .requiredDouble("latitude")
                .requiredDouble("longitude")
                .endRecord()
                .noDefault()
                .requiredDouble("speed")
                .requiredString("direction")
                .requiredDouble("heading")
                .requiredString("make")
                .requiredString("model")
                .requiredInt("year")
                .requiredString("fuelType")
                .requiredString("vehicleType")
                .requiredDouble("odometer")
                .requiredDouble("energyLevel")
                .requiredString("road")
                .endRecord();
    }
}
