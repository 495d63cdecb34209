package smartcity.sink.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smartcity.sink.jsonschema.JsonSchemaReader;
import smartcity.sink.row.ConversionResult;
import smartcity.sink.row.Row;
import smartcity.sink.row.RowConverter;
import smartcity.sink.schema.EventTimeSource;
import smartcity.sink.schema.RecordSchema;

/// Values that are not JSON in UTF-8 from their first bytes on.
class ValueStartTest {
    private static final String JSON = "{\"n\":7}";
    private static final RecordSchema SCHEMA = JsonSchemaReader.read(
            "test",
            new ByteArrayInputStream("{\"properties\": {\"n\": {\"type\": \"integer\"}, \"t\": {\"type\": \"string\"}}}"
                    .getBytes(StandardCharsets.UTF_8)),
            new EventTimeSource.KafkaTimestamp());

    private final Row row = new Row(SCHEMA.slots());

    private String reason(RegistryPrefix prefix, byte[] value) {
        RowConverter converter =
                new JsonFormat(SCHEMA, UnknownFields.IGNORE, new ValueForms(null, prefix)).converter(row);
        return converter.convert(ByteBuffer.wrap(value)) instanceof ConversionResult.Refused(String reason)
                ? reason
                : "n=" + row.longAt(0);
    }

    private static byte[] after(String hex, String text, Charset charset) {
        byte[] start = HexFormat.of().parseHex(hex);
        byte[] rest = text.getBytes(charset);
        return ByteBuffer.allocate(start.length + rest.length)
                .put(start)
                .put(rest)
                .array();
    }

    @ParameterizedTest
    @CsvSource({
        "efbbbf, UTF-8, UTF-8 with a byte order mark (EF BB BF)",
        "fffe, UTF-16LE, UTF-16 (FF FE)",
        "feff, UTF-16BE, UTF-16 (FE FF)",
        "'', UTF-16LE, UTF-16 (7B 00)",
        "'', UTF-16BE, UTF-16 (00 7B 00)",
        "fffe0000, UTF-32LE, UTF-32 (FF FE 00 00)",
        "0000feff, UTF-32BE, UTF-32 (00 00 FE FF)",
        "'', UTF-32LE, UTF-32 (7B 00 00 00)",
        "'', UTF-32BE, UTF-32 (00 00 00 7B 00 00)",
    })
    void namesTheEncodingOfAValue(String mark, String charset, String named) {
        assertThat(reason(RegistryPrefix.REFUSE, after(mark, JSON, Charset.forName(charset))))
                .isEqualTo("value must be JSON in UTF-8 but was " + named);
        assertThat(reason(RegistryPrefix.SKIP, after("", JSON, StandardCharsets.UTF_16LE)))
                .isEqualTo("value must be JSON in UTF-8 but was UTF-16 (7B 00)");
    }

    @ParameterizedTest
    @CsvSource({
        "000000002a, 42",
        "0000007b00, 31488",
        "00ffffffff, 4294967295",
        "0000000000, 0",
        "007b002200, 2063606272"
    })
    void namesThePrefixOfASchemaRegistryAndSkipsItIfThatIsSet(String prefix, String id) {
        byte[] value = after(prefix, JSON, StandardCharsets.UTF_8);

        assertThat(reason(RegistryPrefix.REFUSE, value))
                .isEqualTo("value must be JSON but began with the 5-byte prefix of a schema registry, schema id " + id
                        + "; sink.schema-registry-prefix=skip skips it");
        assertThat(reason(RegistryPrefix.SKIP, value)).isEqualTo("n=7");
    }

    @Test
    void namesThePrefixBeforeOtherFormats() {
        byte[] avro = HexFormat.of().parseHex("000000002a0e48");

        assertThat(reason(RegistryPrefix.REFUSE, avro))
                .isEqualTo("value must be JSON but began with the 5-byte prefix of a schema registry, schema id 42,"
                        + " which no JSON object follows");
        assertThat(reason(RegistryPrefix.SKIP, avro))
                .isEqualTo("value must be JSON but had ?H at byte 5 instead of '{'");
    }

    @Test
    void skipsNothingFromValuesWithoutPrefix() {
        byte[] escaped = "{\"t\":\"\\u0041\",\"n\":7}".getBytes(StandardCharsets.UTF_8);

        assertThat(reason(RegistryPrefix.SKIP, JSON.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("n=7");
        assertThat(reason(
                        RegistryPrefix.SKIP,
                        after("000000002a", new String(escaped, StandardCharsets.UTF_8), StandardCharsets.UTF_8)))
                .isEqualTo("n=7");
        assertThat(new String(row.bytes(1), row.offset(1), row.length(1), StandardCharsets.UTF_8))
                .isEqualTo("A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "0000000000", "7b", "5b31"})
    void leavesOtherValuesToTheReader(String hex) {
        assertThat(reason(RegistryPrefix.REFUSE, HexFormat.of().parseHex(hex)))
                .startsWith("value must be JSON but ")
                .doesNotContain("prefix", "UTF-16");
    }
}
