package smartcity.sink.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import smartcity.sink.row.ConversionResult;
import smartcity.sink.row.Row;
import smartcity.sink.row.RowConverter;
import smartcity.sink.schema.Column;
import smartcity.sink.schema.ColumnType;
import smartcity.sink.schema.RecordSchema;

/// Compares the kept members of random records with those that Jackson finds and the schema does not define.
class UnknownFieldsPropertyTest {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Test
    void keepsExactlyTheUnknownMembersOfAnyRecord() throws IOException {
        JsonFormat format = new JsonFormat(RandomRecords.SCHEMA, UnknownFields.KEEP);
        RecordSchema schema = format.schema();
        Row row = new Row(schema.slots());
        RowConverter converter = format.converter(row);
        int slot = schema.column("_extra").slot();
        int kept = 0;
        for (long seed = 0; seed < 3_000; seed++) {
            RandomRecords records = new RandomRecords(new SplittableRandom(seed));
            byte[] json = records.json(records.next());
            ObjectNode expected = MAPPER.createObjectNode();
            collect(MAPPER.readTree(json), RandomRecords.SCHEMA.columns(), "", expected);

            ConversionResult result = converter.convert(ByteBuffer.wrap(json));

            assertThat(result).as("seed %d", seed).isEqualTo(ConversionResult.ACCEPTED);
            JsonNode extra = row.has(slot)
                    ? MAPPER.readTree(row.bytes(slot), row.offset(slot), row.length(slot))
                    : MAPPER.createObjectNode();
            assertThat(extra).as("seed %d", seed).isEqualTo(expected);
            kept += expected.size();
        }
        assertThat(kept).as("kept members of all records").isGreaterThan(1_000);
    }

    private static void collect(JsonNode object, List<Column> columns, String path, ObjectNode unknown) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String place = path + member.getKey().replace("~", "~0").replace("/", "~1");
            columns.stream()
                    .filter(column -> column.name().equals(member.getKey()))
                    .findFirst()
                    .ifPresentOrElse(
                            column -> within(member.getValue(), column, place, unknown),
                            () -> unknown.set(place, member.getValue()));
        }
    }

    private static void within(JsonNode value, Column column, String place, ObjectNode unknown) {
        if (column.type() == ColumnType.GROUP) {
            collect(value, column.children(), place + "/", unknown);
        } else if (column.type() == ColumnType.LIST) {
            for (int i = 0; i < value.size(); i++) {
                within(value.get(i), column.children().getFirst(), place + "/" + i, unknown);
            }
        } else if (column.type() == ColumnType.MAP) {
            value.properties()
                    .forEach(entry -> within(
                            entry.getValue(),
                            column.children().getLast(),
                            place + "/" + entry.getKey().replace("~", "~0").replace("/", "~1"),
                            unknown));
        }
    }
}
